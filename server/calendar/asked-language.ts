/** Where a browser asks for a language that the portal does not speak; the portal's own pages do the same. */
const otherwise = 'en';

/** The language to answer in: the one that is named, else the one that the browser would like best of those that are spoken. */
export function askedLanguage(
  { named, accepted }: { named: string | undefined; accepted: string | undefined },
  spoken: readonly string[],
): string {
  if (named !== undefined && spoken.includes(named)) return named;
  const wishes = (accepted ?? '')
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return { language: tag.split('-')[0] ?? '', weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter(({ language, weight }) => weight > 0 && spoken.includes(language))
    .toSorted((a, b) => b.weight - a.weight);
  return wishes[0]?.language ?? otherwise;
}
