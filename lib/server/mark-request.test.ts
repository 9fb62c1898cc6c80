import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { markRequest } from "./mark-request";

function marked(peer: string, headers: Record<string, string> = {}) {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const request = new IncomingMessage(socket);
  request.url = "/m/acme/usage?model=gpt-4o";
  Object.assign(request.headers, headers);
  markRequest(request);
  return request.headers;
}

describe("markRequest", () => {
  it("tells Next which path was asked for, whatever the client says", () => {
    const headers = marked("127.0.0.1", { "x-tollgate-path": "//evil.example" });
    expect(headers["x-tollgate-path"]).toBe("/m/acme/usage?model=gpt-4o");
  });

  it.each(["203.0.113.7", "2001:db8::7", "::ffff:203.0.113.7"])(
    "does not believe %s about its address",
    (peer) => {
      expect(marked(peer, { "x-forwarded-for": "198.51.100.1" })["x-forwarded-for"]).toBe(peer);
    },
  );

  it.each(["127.0.0.1", "::1", "::ffff:10.0.0.2", "172.20.0.3", "192.168.1.1", "fd00::1"])(
    "believes a proxy at %s",
    (peer) => {
      expect(marked(peer, { "x-forwarded-for": "198.51.100.1" })["x-forwarded-for"]).toBe("198.51.100.1");
    },
  );
});
