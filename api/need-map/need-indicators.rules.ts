import { count, INDEX, NEED, PER_1000, rate } from './indicator-entry.rules.ts'

/** How much need there is. */
export const NEED_INDICATORS = [
  count(
    'households',
    { group: 'need', direction: 'neutral' },
    {
      name: ['Hane sayısı', 'Households'],
      description: ['Ay sonunda kayıtlı haneler.', 'Households on record at the end of the month.'],
      formula: 'N = households formed and not dissolved by the last day of the month',
      source: 'DOMAIN.md §2',
    },
  ),
  count('below_threshold', NEED, {
    name: ['Eşik altındaki haneler', 'Households below the threshold'],
    description: [
      'Kişi başı aylık geliri net asgari ücretin üçte birinden az olan haneler. Geliri kayıtlı olmayan hane sayılmaz.',
      'Households whose monthly income per member is under a third of the net minimum wage. A household with no income on record is not counted.',
    ],
    formula: 'B = households with (income of all sources ÷ members) < net minimum wage ÷ 3',
    source: '001 · 3.1.22',
  }),
  rate('rate_below', NEED, {
    name: ['Eşik altı oranı', 'Rate below the threshold'],
    description: [
      'Her 1.000 haneden kaçının eşiğin altında olduğu.',
      'How many of every 1 000 households are below the threshold.',
    ],
    unit: PER_1000,
    decimals: 1,
    formula: '1000 · B ÷ N; interval: Wilson, 95 %',
    source: '001 · 3.1.22',
  }),
  rate('fgt0', NEED, {
    name: ['Yoksulluk oranı (FGT0)', 'Poverty headcount (FGT0)'],
    description: ['Eşiğin altındaki hanelerin payı.', 'Share of households below the threshold.'],
    unit: INDEX,
    decimals: 3,
    formula: 'B ÷ N; interval: Wilson, 95 %',
    source: 'Foster, Greer & Thorbecke 1984',
  }),
  rate('fgt1', NEED, {
    name: ['Gelir açığı (FGT1)', 'Poverty gap (FGT1)'],
    description: [
      'Hanelerin eşiğe ortalama uzaklığı, eşiğin payı olarak; eşiğin üstündekiler 0 sayılır.',
      'How far households are below the threshold on average, as a share of it; those above count as 0.',
    ],
    unit: INDEX,
    decimals: 3,
    formula: 'Σ (z − y) ÷ z over households below, ÷ N; z threshold, y income per member; interval: normal, 95 %',
    source: 'Foster, Greer & Thorbecke 1984',
  }),
  rate('fgt2', NEED, {
    name: ['Gelir açığının şiddeti (FGT2)', 'Squared poverty gap (FGT2)'],
    description: [
      'Gelir açığının karesinin ortalaması: en derindeki haneler daha çok sayılır.',
      'Mean of the squared gap: households furthest below weigh more.',
    ],
    unit: INDEX,
    decimals: 3,
    formula: 'Σ ((z − y) ÷ z)² over households below, ÷ N; interval: normal, 95 %',
    source: 'Foster, Greer & Thorbecke 1984',
  }),
  count('eligible', NEED, {
    name: ['Puanı yeten haneler', 'Households with an eligible score'],
    description: [
      'Son 24 ay içindeki en son puanı, puanlandığı gün geçerli olan asgari puana ulaşan haneler.',
      'Households whose latest score of the last 24 months reaches the minimum in force on the day it was given.',
    ],
    formula: 'E = households with latest score ≥ minimum, scored within 24 months',
    source: '001 · 19.12, 19.14',
  }),
  rate('rate_eligible', NEED, {
    name: ['Puanı yeten hane oranı', 'Rate with an eligible score'],
    description: [
      'Her 1.000 haneden kaçının puanının yettiği.',
      'How many of every 1 000 households have an eligible score.',
    ],
    unit: PER_1000,
    decimals: 1,
    formula: '1000 · E ÷ N; interval: Wilson, 95 %',
    source: '001 · 19.12',
  }),
  rate('mean_score', NEED, {
    name: ['Ortalama puan', 'Mean score'],
    description: [
      'Geçerli puanı olan hanelerin ortalama puanı (0–100).',
      'Mean of the valid scores of households (0–100).',
    ],
    unit: ['puan', 'points'],
    decimals: 1,
    formula: 'mean of the latest score of each household scored within 24 months; interval: normal, 95 %',
    source: '001 · 19.12',
  }),
] as const
