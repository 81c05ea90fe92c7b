// otpauth: RFC 6238 time steps and base32; qrcode-generator: the square of an otpauth address, without a canvas.
import { Secret, TOTP } from 'otpauth';
import qrcode from 'qrcode-generator';

export type Totp = ReturnType<typeof totp>;

const periodS = 30;

/** Codes of six digits for half a minute each, as every authenticator makes them. */
export function totp() {
  const of = (secret: string, label: string) =>
    new TOTP({ issuer: 'Ustaz', label, secret: Secret.fromBase32(secret), digits: 6, period: periodS });
  return {
    makeSecret: (): string => new Secret({ size: 20 }).base32,
    uri: (secret: string, label: string): string => of(secret, label).toString(),
    /** The time step a code belongs to, one before or after now at most; null where it is none. */
    stepOf(secret: string, code: string, now: Date): number | null {
      if (!/^\d{6}$/.test(code)) return null;
      const delta = of(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
      return delta === null ? null : Math.floor(now.getTime() / 1000 / periodS) + delta;
    },
    /** A text as the modules of a QR code: an SVG path in a square of `size`. */
    qr(text: string): { size: number; path: string } {
      const code = qrcode(0, 'M');
      code.addData(text);
      code.make();
      const size = code.getModuleCount();
      const rows = Array.from({ length: size }, (_, row) => row);
      const path = rows
        .flatMap((row) => rows.map((at) => (code.isDark(row, at) ? `M${at} ${row}h1v1h-1z` : '')))
        .join('');
      return { size, path };
    },
  };
}
