/** As people type and clinics write: capitals, «ё» and spaces make no difference. */
export const plain = (text: string): string =>
  text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

export const sameWords = (one: string, another: string): boolean => plain(one) === plain(another);

/** Whether every word that was typed is somewhere in the text, in any order: «елена кузнец» finds «Кузнецова Елена Павловна». */
export function containsWords(text: string, typed: string): boolean {
  const among = plain(text);
  return plain(typed)
    .split(' ')
    .every((word) => among.includes(word));
}
