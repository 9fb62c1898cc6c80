/**
 * The network an address belongs to, as guests are limited by it: IPv4 by /24, IPv6 by /48 (design.md §3). An
 * IPv4 address inside IPv6 (RFC 4291 §2.5.5.2) counts as IPv4. Null when the text is no address.
 */
export function networkOf(ip: string): string | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(mapped ?? ip);
  if (v4) return `${v4[1]}.${v4[2]}.${v4[3]}.0/24`;
  const groups = expandIpv6(ip);
  if (!groups) return null;
  if (isMapped(groups)) {
    const high = parseInt(groups[6] ?? "0", 16);
    const low = parseInt(groups[7] ?? "0", 16);
    return `${high >> 8}.${high & 0xff}.${low >> 8}.0/24`;
  }
  return `${groups.slice(0, 3).join(":")}::/48`;
}

function isMapped(groups: readonly string[]): boolean {
  return groups.slice(0, 5).every((group) => group === "0") && groups[5] === "ffff";
}

/** The eight groups of an IPv6 address in lower case without leading zeros (RFC 5952 §4.1, without "::"). */
function expandIpv6(ip: string): string[] | null {
  const [head = "", tail, more] = ip.split("::");
  if (more !== undefined || !ip.includes(":")) return null;
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...left, ...Array<string>(Math.max(missing, 0)).fill("0"), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""));
}
