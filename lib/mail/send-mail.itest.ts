import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { withTx } from "@/lib/db";
import { type Env, env } from "@/lib/kernel/env";
import { deliverMail, sendMail } from "@/lib/mail";
import { queuedMailsTo } from "@/lib/mail/testing";

const now = new Date("2026-11-20T12:00:00Z");
const anybody = () => `${randomUUID()}@example.com`;
const hello = (to: string) => ({
  to,
  subject: "Hello",
  parts: [{ kind: "text" as const, text: "Good morning." }],
});

const before = env();
afterEach(() => {
  globalThis.tollgateEnv = before;
});

function configure(change: Partial<Env>): void {
  globalThis.tollgateEnv = { ...before, ...change };
}

const queued = (to: string) => ({
  id: randomUUID(),
  at: now.toISOString(),
  mail: { ...hello(to), lang: "en" },
});

describe("sendMail", () => {
  it("asks for the mail with the transaction it is part of", async () => {
    const to = anybody();

    await withTx({}, (tx) => sendMail({ tx, now }, hello(to)));

    expect(await queuedMailsTo(to)).toEqual([{ ...hello(to), lang: "en" }]);
  });

  it("sends nothing of what was undone", async () => {
    const to = anybody();
    const undone = withTx({}, async (tx) => {
      await sendMail({ tx, now }, hello(to));
      throw new Error("The change failed.");
    });

    await expect(undone).rejects.toThrow("The change failed.");
    expect(await queuedMailsTo(to)).toEqual([]);
  });

  it("refuses what cannot be a mail", async () => {
    const mail = { ...hello(anybody()), subject: "Two\nBcc: you@example.com" };
    await expect(withTx({}, (tx) => sendMail({ tx, now }, mail))).rejects.toThrow("must be one line");
  });
});

describe("a transport", () => {
  it("file leaves one file a mail in the data folder, and one when it is sent again", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "tollgate-mail-"));
    configure({ dataDir, mail: { ...before.mail, transport: "file" } });
    const mail = queued(anybody());

    await deliverMail(mail);
    await deliverMail(mail);

    const names = readdirSync(join(dataDir, "mail"));
    expect(names).toEqual([`${mail.id}.json`]);
    expect(JSON.parse(readFileSync(join(dataDir, "mail", names[0] ?? ""), "utf8"))).toMatchObject({
      to: mail.mail.to,
      subject: "Hello",
      text: "Good morning.\n",
      from: { name: "Tollgate" },
    });
    rmSync(dataDir, { recursive: true });
  });

  it("smtp hands it to the server", async () => {
    const server = await fakeSmtp("250 fine");
    configure({ mail: { transport: "smtp", smtpUrl: server.url, from: "tollgate@example.com" } });
    const mail = queued(anybody());

    await deliverMail(mail);

    expect(server.heard()).toContain(`RCPT TO:<${mail.mail.to}>`);
    expect(server.heard()).toContain("Subject: Hello");
    expect(server.heard()).toContain(`Message-ID: <${mail.id}@example.com>`);
    await server.close();
  });

  it("smtp fails when the server is busy, to be tried again, and not when the receiver is refused for good", async () => {
    const busy = await fakeSmtp("451 later");
    configure({ mail: { transport: "smtp", smtpUrl: busy.url, from: "tollgate@example.com" } });
    await expect(deliverMail(queued(anybody()))).rejects.toThrow("451");
    await busy.close();

    const refusing = await fakeSmtp("550 nobody here");
    configure({ mail: { transport: "smtp", smtpUrl: refusing.url, from: "tollgate@example.com" } });
    await expect(deliverMail(queued(anybody()))).resolves.toBeUndefined();
    await refusing.close();
  });
});

/** A mail server that answers RCPT TO as told and takes everything else (RFC 5321). */
async function fakeSmtp(receiverAnswer: string) {
  let heard = "";
  const server = createServer((socket) => {
    let inData = false;
    socket.write("220 here\r\n");
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      const text = bytes.toString("utf8");
      heard += text;
      if (inData && !text.includes("\r\n.\r\n")) return;
      if (inData) {
        inData = false;
        socket.write("250 taken\r\n");
      } else if (text.startsWith("DATA")) {
        inData = true;
        socket.write("354 go on\r\n");
      } else if (text.startsWith("RCPT")) {
        socket.write(`${receiverAnswer}\r\n`);
      } else {
        socket.write(text.startsWith("QUIT") ? "221 bye\r\n" : "250 fine\r\n");
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    heard: () => heard,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
