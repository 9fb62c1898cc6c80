import type { IncomingMessage } from "node:http";
import { BlockList } from "node:net";

/** Where proxies of an operator's own sit: loopback, private and link-local addresses. */
const NEAR = new BlockList();
NEAR.addSubnet("127.0.0.0", 8);
NEAR.addSubnet("10.0.0.0", 8);
NEAR.addSubnet("172.16.0.0", 12);
NEAR.addSubnet("192.168.0.0", 16);
NEAR.addSubnet("169.254.0.0", 16);
NEAR.addAddress("::1", "ipv6");
NEAR.addSubnet("fc00::", 7, "ipv6");
NEAR.addSubnet("fe80::", 10, "ipv6");

/**
 * Writes on a request, on its way to Next, what only this server knows: the path that was asked for, which Next keeps
 * from its pages, and who asks. What a client says of its own address is believed only from a proxy nearby.
 */
export function markRequest(request: IncomingMessage): void {
  request.headers["x-tollgate-path"] = request.url ?? "/";
  const peer = request.socket.remoteAddress;
  if (peer && !isNear(peer)) request.headers["x-forwarded-for"] = peer;
}

function isNear(address: string): boolean {
  return NEAR.check(address, address.includes(":") ? "ipv6" : "ipv4");
}
