import { encode } from 'uqr';

/** Empty modules around the code that a camera needs to find it (ISO/IEC 18004). */
const quiet = 4;

/** A text as a QR code: the side of its square, and one SVG path with a run of dark modules each. */
export function qrPath(text: string): { readonly side: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const runs = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      const length = (end < 0 ? size : end) - x;
      return [`M${x + quiet} ${y + quiet}h${length}v1h-${length}z`];
    }),
  );
  return { side: size + 2 * quiet, path: runs.join('') };
}
