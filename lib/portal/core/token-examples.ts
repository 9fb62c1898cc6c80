export const TOKEN_EXAMPLES = ["php", "node", "python"] as const;
export type TokenLanguage = (typeof TOKEN_EXAMPLES)[number];

/**
 * How a merchant's server makes a sign-in token, in one language and without a library: a JSON Web Token (RFC 7519)
 * signed with HMAC-SHA-256. Each reads the secret from TOLLGATE_PORTAL_SECRET; what it prints, `usage` takes. A test
 * runs those whose language is on the machine.
 */
export function tokenExample(language: TokenLanguage, slug: string): string {
  return EXAMPLES[language].replaceAll("SLUG", slug);
}

const PHP = `<?php
function tollgate_token(array $customer): string {
    $encode = fn (string $text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
    $header = $encode(json_encode(['alg' => 'HS256', 'typ' => 'JWT']));
    $claims = $encode(json_encode([
        'aud' => 'SLUG',
        'sub' => (string) $customer['id'],
        'email' => $customer['email'],
        'name' => $customer['name'],
        'iat' => time(),
        'exp' => time() + 300,
        'jti' => bin2hex(random_bytes(16)),
    ]));
    $signature = hash_hmac('sha256', "$header.$claims", getenv('TOLLGATE_PORTAL_SECRET'), true);
    return "$header.$claims." . $encode($signature);
}

echo tollgate_token(['id' => 42, 'email' => 'ada@example.com', 'name' => 'Ada']);
`;

const NODE = `import { createHmac, randomUUID } from "node:crypto";

function tollgateToken(customer) {
  const encode = (part) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const header = encode({ alg: "HS256", typ: "JWT" });
  const claims = encode({
    aud: "SLUG",
    sub: String(customer.id),
    email: customer.email,
    name: customer.name,
    iat: now,
    exp: now + 300,
    jti: randomUUID(),
  });
  const signature = createHmac("sha256", process.env.TOLLGATE_PORTAL_SECRET)
    .update(\`\${header}.\${claims}\`)
    .digest("base64url");
  return \`\${header}.\${claims}.\${signature}\`;
}

console.log(tollgateToken({ id: 42, email: "ada@example.com", name: "Ada" }));
`;

const PYTHON = `import base64, hashlib, hmac, json, os, time, uuid


def tollgate_token(customer):
    def encode(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    header = encode(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    claims = encode(json.dumps({
        "aud": "SLUG",
        "sub": str(customer["id"]),
        "email": customer["email"],
        "name": customer["name"],
        "iat": int(time.time()),
        "exp": int(time.time()) + 300,
        "jti": str(uuid.uuid4()),
    }).encode())
    secret = os.environ["TOLLGATE_PORTAL_SECRET"].encode()
    signature = hmac.new(secret, f"{header}.{claims}".encode(), hashlib.sha256).digest()
    return f"{header}.{claims}.{encode(signature)}"


print(tollgate_token({"id": 42, "email": "ada@example.com", "name": "Ada"}))
`;

const EXAMPLES: Record<TokenLanguage, string> = { php: PHP, node: NODE, python: PYTHON };
