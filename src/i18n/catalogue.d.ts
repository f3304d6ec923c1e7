/** Compiled by tools/vite/catalogue-plugin.ts: text, or the elements of an ICU message. */
declare module 'virtual:catalogue/*' {
  const catalogue: Readonly<
    Record<string, string | import('@formatjs/icu-messageformat-parser').MessageFormatElement[]>
  >;
  export default catalogue;
}
