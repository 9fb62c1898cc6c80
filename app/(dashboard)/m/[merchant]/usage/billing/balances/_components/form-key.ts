/** A key of one form, under which its booking is booked once. Also where nothing but HTTPS would have `randomUUID`. */
export function newFormKey(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
