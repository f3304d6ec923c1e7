/** Compiled by tools/vite/catalogue-plugin.ts: text, or the elements of an ICU message. */
declare module 'virtual:catalogue/*' {
  const catalogue: Readonly<
    Record<string, string | import('@formatjs/icu-messageformat-parser').MessageFormatElement[]>
  >;
  export default catalogue;
}

/** By tools/vite/catalogue-plugin.ts: what locales/<language>/language.json says, and how the words of each come. */
declare module 'virtual:languages' {
  type Load = () => Promise<typeof import('virtual:catalogue/*')>;
  const languages: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly locale: string;
        readonly direction: 'ltr' | 'rtl';
        readonly dates?: import('./own-dates.ts').OwnDates;
        readonly first: Load;
        readonly later: Load;
      }
    >
  >;
  export default languages;
}
