import { useQueries } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { needAllWords } from '#src/i18n/words-store.ts';
import { holdQueries } from '#src/queries/hold-queries.ts';
import { operationQueries } from '#src/queries/operation-queries.ts';
import { Stack } from '#src/ui/stack.tsx';
import styles from './news.module.css';

/** Most people have neither, so the words for them are asked for only then. */
const OneNews = lazy(async () => {
  const [{ OneNews: Component }] = await Promise.all([import('./one-news.tsx'), needAllWords()]);
  return { default: Component };
});
const HeldNotice = lazy(async () => {
  const [{ HeldNotice: Component }] = await Promise.all([import('./held-notice.tsx'), needAllWords()]);
  return { default: Component };
});

/** Writes that are being settled, those that were settled after the person had left, and times that are kept for them. */
export function NewsPanel({ people, now }: { people: readonly string[]; now: Date }) {
  const operations = useQueries({
    queries: people.map((person) => operationQueries.toTell(person)),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  }).filter(({ kind }) => kind !== 'release');
  const told = new Set(operations.map(({ hold }) => hold?.id));
  const holds = useQueries({
    queries: people.map((person) => holdQueries.current(person)),
    combine: (results) => results.flatMap(({ data }) => data?.hold ?? []),
  }).filter(({ id, state }) => state === 'held' && !told.has(id));
  return (
    <div role="status" className={styles['region']}>
      {(operations.length > 0 || holds.length > 0) && (
        <Suspense>
          <Stack>
            {operations.map((operation) => (
              <OneNews key={operation.id} operation={operation} now={now} />
            ))}
            {holds.map((hold) => (
              <HeldNotice key={hold.id} hold={hold} />
            ))}
          </Stack>
        </Suspense>
      )}
    </div>
  );
}
