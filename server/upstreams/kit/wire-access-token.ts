import { z } from 'zod';

/** RFC 6749 only recommends `expires_in`: without it the token is renewed soon, and a 401 renews it anyway. */
const secondsWhereUnsaid = 300;

/** The answer of an OAuth 2.0 token endpoint. `expires_in` is in seconds. */
export const wireAccessToken = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(secondsWhereUnsaid),
});
