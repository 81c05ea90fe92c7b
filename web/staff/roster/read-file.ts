/** More than this is no class list; the server takes some 6 MB. */
export const mostBytes = 5_900_000;

/** A file's bytes in base64. Rejects where the file cannot be read: moved away, or on a stick that was pulled out. */
export function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
