const long = process.env['TALON_PROVE'] === 'long';

/** How often a proof repeats: in the long form (`npm run prove`) ten times as often, unless it says how often. */
export const rounds = (short: number, inLong = short * 10) => (long ? inLong : short);
