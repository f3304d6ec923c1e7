import { lazy, useState, type ComponentType } from 'react';
import type { Route } from './routes.ts';

/**
 * The screen of a route. What is there already is shown at once: by way of `lazy` the page would say that it is loading, and
 * React keeps what it has said for a third of a second.
 */
export function screenOf({ load, loaded }: Route): ComponentType {
  const Later = lazy(async () => ({ default: await load() }));
  return () => {
    const [Here] = useState(() => loaded() ?? Later);
    return <Here />;
  };
}
