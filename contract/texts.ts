import * as z from 'zod/mini';

/** Texts by their names. Not as a `record`: that is a kibibyte of code, which every first load would bring. */
export const texts = z.catchall(z.object({}), z.string());
