import { useEffect, useState } from 'react';
import { PageTitle } from './page-title.tsx';
import { Progress } from './progress.tsx';
import { Stack } from './stack.tsx';

const longAfterMs = 4_000;

/** The page between a press and its answer: takes the focus, and after 4 seconds says that it takes longer than usual. */
export function Waiting({ title, wait, slow }: { title: string; wait: string; slow: string }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack narrow>
      <PageTitle>{title}</PageTitle>
      <Progress words={isLong ? slow : wait} />
    </Stack>
  );
}
