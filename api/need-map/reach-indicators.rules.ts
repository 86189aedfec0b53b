import { count, PER_1000, PER_1000_BELOW, REACH, rate } from './indicator-entry.rules.ts'

/** Whom the office reaches, and how long they wait. */
export const REACH_INDICATORS = [
  count(
    'applied',
    { group: 'reach', direction: 'neutral' },
    {
      name: ['Başvuran haneler', 'Households that applied'],
      description: [
        'Son 12 ayda başvurmuş, başvurusu yanıt bekleyen ya da yardım kararı süren haneler.',
        'Households that applied in the last 12 months, wait for an answer, or have a grant in force.',
      ],
      formula: 'A = households with an application received in 12 months, or unanswered, or with a grant in force',
      source: '001 · 14, 19.1–19.5',
    },
  ),
  count(
    'inspected',
    { group: 'reach', direction: 'neutral' },
    {
      name: ['İncelenen haneler', 'Households inspected'],
      description: [
        'Son 24 ayda sosyal incelemesi yapılmış haneler.',
        'Households with a social inspection in the last 24 months.',
      ],
      formula: 'I = households visited, or with a score given, within 24 months',
      source: '001 · 19.8–19.14',
    },
  ),
  count('granted', REACH, {
    name: ['Yardım kararı süren haneler', 'Households with a grant in force'],
    description: [
      'Komisyonun verdiği yardım süresi dolmamış haneler.',
      'Households whose grant by the commission has not run out.',
    ],
    formula: 'G = households with a grant decided, its months not over, its application not closed',
    source: '001 · 19.13, 21.7',
  }),
  count('served', REACH, {
    name: ['Yardım ulaşan haneler', 'Households served'],
    description: [
      'Son üç ayda belediyeden en az bir yardım almış haneler.',
      'Households given at least one aid by the municipality in the last three months.',
    ],
    formula: 'V = households with an aid given by the municipality in this month or the two before',
    source: '000 · 1–2',
  }),
  count(
    'unmet',
    { group: 'reach', direction: 'higher_is_worse' },
    {
      name: ['Karşılanmayan ihtiyaç', 'Unmet need'],
      description: [
        'Puanı yeten ama son üç ayda yardım ulaşmamış haneler.',
        'Households with an eligible score that were not served in the last three months.',
      ],
      formula: 'U = eligible households not among the served (eligible − served, household by household)',
      source: 'DOMAIN.md §4',
    },
  ),
  rate(
    'rate_unmet',
    { group: 'reach', direction: 'higher_is_worse' },
    {
      name: ['Karşılanmayan ihtiyaç oranı', 'Rate of unmet need'],
      description: [
        'Her 1.000 haneden kaçının puanı yettiği hâlde yardım almadığı.',
        'How many of every 1 000 households are eligible but not served.',
      ],
      unit: PER_1000,
      decimals: 1,
      formula: '1000 · U ÷ N; interval: Wilson, 95 %',
      source: 'DOMAIN.md §4',
    },
  ),
  rate(
    'coverage_applied',
    { group: 'reach', direction: 'neutral' },
    {
      name: ['Başvurunun ihtiyaca oranı', 'Applications to need'],
      description: [
        'Eşik altındaki her 1.000 haneye karşılık başvuran hane; 1.000’i aşabilir. Düşükse ihtiyaç sessiz kalıyor olabilir.',
        'Households that applied for every 1 000 below the threshold; may exceed 1 000. A low figure may mean that need stays silent.',
      ],
      unit: PER_1000_BELOW,
      decimals: 0,
      formula: '1000 · A ÷ B',
      source: 'DOMAIN.md §4',
    },
  ),
  rate('coverage_served', REACH, {
    name: ['Yardımın ihtiyaca oranı', 'Aid to need'],
    description: [
      'Eşik altındaki her 1.000 haneye karşılık yardım ulaşan hane; 1.000’i aşabilir.',
      'Households served for every 1 000 below the threshold; may exceed 1 000.',
    ],
    unit: PER_1000_BELOW,
    decimals: 0,
    formula: '1000 · V ÷ B',
    source: 'DOMAIN.md §4',
  }),
  rate(
    'mean_waiting_days',
    { group: 'waiting', direction: 'higher_is_worse' },
    {
      name: ['Ortalama bekleme', 'Mean waiting time'],
      description: [
        'Yanıt bekleyen ya da bu ay yanıtlanan başvuruların gün olarak ortalama yaşı.',
        'Mean age in days of applications that wait, or were answered this month.',
      ],
      unit: ['gün', 'days'],
      decimals: 0,
      formula:
        'mean over households of the longest wait: month end − received while unanswered, answered − received when answered this month; interval: normal, 95 %',
      source: '001 · 9, 19.13',
    },
  ),
] as const
