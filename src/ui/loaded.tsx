import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { Progress } from './progress.tsx';

/** As much of a query as it takes to show how it stands. */
interface Reading<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly refetch: () => Promise<unknown>;
}

/** What a query brought; while it has not: that it is on its way, or why it did not come and the way to ask again. */
export function Loaded<T>({
  query: { data, error, isPending, isFetching, refetch },
  wait,
  failed,
  children,
}: {
  query: Reading<T>;
  wait: string;
  /** No `retry` where asking again changes nothing. */
  failed: (error: Error | null) => { title: string; body: string; retry?: string | undefined };
  children: (data: T) => ReactNode;
}) {
  if (data !== undefined) return children(data);
  if (isPending) return <Progress words={wait} />;
  const { title, body, retry } = failed(error);
  return (
    <Notice
      tone="danger"
      title={title}
      actions={
        retry && (
          <Button disabled={isFetching} onClick={() => void refetch()}>
            {retry}
          </Button>
        )
      }
    >
      <p>{body}</p>
    </Notice>
  );
}
