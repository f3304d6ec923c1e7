import type { HomeCallReasons } from '#contract/operation.ts';

/** Labels of the demonstration clinic. Only code 6 (free text) is documented by the vendor; a clinic configures its own. */
export const demonstrationReasons: HomeCallReasons = {
  reasons: [
    { code: 1, label: { ru: 'Стало лучше', en: 'Feeling better' } },
    { code: 2, label: { ru: 'Обратились в другое место', en: 'Got help elsewhere' } },
    { code: 3, label: { ru: 'Вызвали по ошибке', en: 'Called by mistake' } },
    { code: 4, label: { ru: 'Не будет дома', en: 'Will not be at home' } },
    { code: 5, label: { ru: 'Вызвали скорую помощь', en: 'An ambulance was called' } },
    { code: 6, label: { ru: 'Другая причина', en: 'Another reason' } },
  ],
};
