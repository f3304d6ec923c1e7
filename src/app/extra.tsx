import { lazy, Suspense, type ComponentType } from 'react';

type Load = () => Promise<ComponentType>;

const backOnline = () => new Promise((done) => addEventListener('online', done, { once: true }));

async function loaded(load: Load): Promise<{ default: ComponentType }> {
  try {
    return { default: await load() };
  } catch {
    await backOnline();
    return loaded(load);
  }
}

/** What no screen waits for: where its code cannot come it is left out until there is a connection, and never takes the page with it. */
export function extra(load: Load): ComponentType {
  const Extra = lazy(() => loaded(load));
  return () => (
    <Suspense>
      <Extra />
    </Suspense>
  );
}
