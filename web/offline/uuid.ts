/** A random (version 4) UUID. `crypto.randomUUID` exists only in newer browsers and secure pages; this works everywhere. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => byteOf(byte, index).toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Version and variant sit in the seventh and the ninth byte (RFC 9562, 5.4). */
function byteOf(random: number, index: number): number {
  if (index === 6) return (random & 0x0f) | 0x40;
  return index === 8 ? (random & 0x3f) | 0x80 : random;
}
