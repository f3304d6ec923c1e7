import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sayThatPatientChanged } from './patient-change.ts';
import { problemOf } from './portal-client.ts';
import { sayThatAccountChanged, sayThatSessionEnded } from './session-ended.ts';

const watch = (error: unknown) => {
  const { failure } = problemOf(error);
  if (failure === 'portal.session-ended') sayThatSessionEnded();
  if (failure === 'portal.another-account') sayThatAccountChanged();
  if (failure === 'portal.another-patient') sayThatPatientChanged();
};

/** Asked at once or not at all: nothing waits for the network to come back, and no write is ever repeated by itself. */
export const createQueryClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnReconnect: true },
      mutations: { networkMode: 'always', retry: false },
    },
  });
