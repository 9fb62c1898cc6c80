import { describe, expect, it } from "vitest";
import { EnvError, readEnv } from "./env";

const SECRET = "0123456789abcdef0123456789abcdef";

function problemsOf(source: Record<string, string>): string {
  try {
    readEnv(source);
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return error instanceof Error ? error.message : "";
  }
}

describe("readEnv", () => {
  it("needs nothing: the embedded database, port 3000, the demo on", () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: null,
      databaseUrl: null,
      demo: true,
      worker: true,
      url: "http://localhost:3000",
      google: null,
      oidc: null,
    });
  });

  it("prints mail until a mail server is known, which also needs an address to send from", () => {
    const smtp = { SMTP_URL: "smtp://mail.example.com:587", MAIL_FROM: "tollgate@example.com" };
    expect(readEnv({}).mail.transport).toBe("console");
    expect(readEnv({ TOLLGATE_MAIL: "file" }).mail.transport).toBe("file");
    expect(readEnv(smtp).mail).toEqual({
      transport: "smtp",
      smtpUrl: smtp.SMTP_URL,
      from: smtp.MAIL_FROM,
    });
    expect(problemsOf({ TOLLGATE_MAIL: "smtp" })).toContain("SMTP_URL is missing");
    expect(problemsOf({ SMTP_URL: smtp.SMTP_URL })).toContain("MAIL_FROM is missing");
  });

  it("treats empty values as not set", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: " " })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it("names every problem with its remedy in one message", () => {
    const message = problemsOf({ PORT: "70000", TOLLGATE_DEMO: "yes", DATABASE_URL: "mysql://x" });
    expect(message).toContain("PORT must be a whole number from 0 to 65535");
    expect(message).toContain('TOLLGATE_DEMO must be "on" or "off".');
    expect(message).toContain("DATABASE_URL must look like postgresql://");
  });

  it("requires a secret with a database of one's own", () => {
    const DATABASE_URL = "postgresql://a:b@db.example.com/tollgate";
    expect(problemsOf({ DATABASE_URL })).toContain("TOLLGATE_SECRET is required with DATABASE_URL");
    expect(readEnv({ DATABASE_URL, TOLLGATE_SECRET: SECRET }).databaseUrl).toBe(DATABASE_URL);
    expect(problemsOf({ TOLLGATE_SECRET: "short" })).toContain("at least 32 characters");
  });

  it("refuses half a sign-in provider", () => {
    expect(problemsOf({ AUTH_GOOGLE_ID: "id" })).toContain("AUTH_GOOGLE_SECRET is missing");
    expect(problemsOf({ AUTH_OIDC_ISSUER: "https://login.example.com" })).toContain(
      "AUTH_OIDC_SECRET is missing",
    );
    const oidc = {
      AUTH_OIDC_ISSUER: "https://login.example.com/",
      AUTH_OIDC_ID: "id",
      AUTH_OIDC_SECRET: "s",
    };
    expect(readEnv(oidc).oidc).toEqual({
      issuer: "https://login.example.com",
      id: "id",
      secret: "s",
      name: "Single sign-on",
    });
  });

  it("drops the trailing slash of the public address", () => {
    expect(readEnv({ TOLLGATE_URL: "https://toll.example.com/" }).url).toBe("https://toll.example.com");
  });
});
