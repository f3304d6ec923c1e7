/** Where one number of a clinic's text ends and the next begins. */
const between = /[,;/]|\sили\s|\sor\s/i;
const extension = /(?:доб(?:авочный)?|ext)\.?\s*(\d+)/i;

/** The digits that a person in the country would dial: 8 and ten more are +7 and the same ten. */
function dialled(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 5 || digits.length > 15) return null;
  if (digits.length === 11 && /^[78]/.test(digits) && !/^\s*\+8/.test(text)) return `+7${digits.slice(1)}`;
  if (digits.length === 10) return `+7${digits}`;
  return text.trim().startsWith('+') ? `+${digits}` : digits;
}

/** What a press on a clinic's telephone dials: the first number of the text, with its extension after a pause. */
export function telephone(text: string): string {
  const parts = text.split(between);
  for (const [index, part] of parts.entries()) {
    const number = dialled(part.replace(extension, ''));
    // "…-01, доб. 12" is one number.
    const own = extension.exec(part) ?? extension.exec(parts[index + 1] ?? '');
    if (number) return `tel:${number}${own ? `,${own[1]}` : ''}`;
  }
  return `tel:${text.replace(/[^\d+]/g, '')}`;
}
