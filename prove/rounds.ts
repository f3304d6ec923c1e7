const long = process.env['TALON_PROVE'] === 'long';

/** How often a proof repeats: ten times as often in the long form (`npm run prove`). */
export const rounds = (short: number) => (long ? short * 10 : short);
