/** sif-1: income and expenses. Pure. */
import type { Question, Section } from './form-definition.contract.ts'
import { AGREED, aged, alone, and, LIVES_HERE, option, w } from './sif-1-words.rules.ts'

/** Kinds of income a person has, each with its own amount. Ids: income_<kind>. */
export const PERSONAL_INCOME = [
  ['wage', 'Ücret', 'Wage'],
  ['casual_work', 'Gündelik iş', 'Casual work'],
  ['self_employment', 'Kendi işi', 'Self-employment'],
  ['pension', 'Emekli, dul veya yetim aylığı', 'Pension (own, widow’s, orphan’s)'],
  ['disability_pension', 'Engelli veya yaşlılık aylığı (2022)', 'Disability or old-age pension (law 2022)'],
  ['unemployment_pay', 'İşsizlik ödeneği', 'Unemployment pay'],
] as const

/** Kinds of income the household has as a whole. */
export const SHARED_INCOME = [
  ['social_aid', 'Başka kurumdan düzenli yardım', 'Regular aid of another institution'],
  ['support_from_relatives', 'Yakınlarının desteği', 'Support of relatives'],
  ['rent', 'Kira geliri', 'Rent received'],
  ['farming', 'Tarım, hayvancılık', 'Farming'],
  ['other', 'Diğer', 'Other'],
] as const

/** What a household spends on, besides its rent. Ids: expense_<kind>. */
export const EXPENSES = [
  ['food', 'Gıda', 'Food'],
  ['utilities', 'Elektrik, su, gaz, telefon', 'Power, water, gas, telephone'],
  ['medicine', 'İlaç ve tedavi', 'Medicine and treatment'],
  ['education', 'Okul, servis, kırtasiye', 'School, its bus, its things'],
  ['care', 'Bakım (bez, mama, bakıcı)', 'Care (diapers, formula, a carer)'],
  ['debt', 'Borç taksitleri', 'Instalments of debts'],
  ['other', 'Diğer', 'Other'],
] as const

type Kind = readonly [code: string, tr: string, en: string]

function amounts(kinds: readonly Kind[], prefix: string, sources: string): Question[] {
  return kinds.map(([code, tr, en]) => ({
    id: `${prefix}_${code}`,
    type: 'money',
    label: w(`${tr}: ayda eline geçen`, `${en}: net a month`),
    relevant: { has: [sources, code] },
    isRequired: true,
    max: 500_000_000,
    checks: [
      {
        kind: 'soft',
        when: { compare: [`${prefix}_${code}`, '=', 0] },
        say: w(
          'Tutar sıfır. Bilinmiyorsa “Bilinmiyor” seçin.',
          'The amount is zero. If it is not known, choose “Not known”.',
        ),
      },
    ],
  }))
}

const PERSONAL_AMOUNTS = PERSONAL_INCOME.map(([code]) => `income_${code}`)
const SHARED_AMOUNTS = SHARED_INCOME.map(([code]) => `shared_${code}`)

export const INCOME: Section = {
  id: 'income',
  title: w('Gelir', 'Income'),
  intro: w(
    'Esas olan kişinin beyanıdır (19.7). Bilinmeyen tutarı sıfır yazmayın, “Bilinmiyor” seçin.',
    'What the person says is the basis (19.7). Never write zero for what is not known; choose “Not known”.',
  ),
  relevant: AGREED,
  blocks: [
    {
      about: 'each_member',
      where: and(LIVES_HERE, aged(15)),
      questions: [
        {
          id: 'income_sources',
          type: 'multiple',
          label: w('Gelir kaynakları', 'Sources of income'),
          isRequired: true,
          options: [
            ...PERSONAL_INCOME.map(([code, tr, en]) => option(code, tr, en)),
            alone('none', 'Kendi geliri yok', 'No income of their own'),
          ],
        },
        ...amounts(PERSONAL_INCOME, 'income', 'income_sources'),
      ],
    },
    {
      about: 'household',
      title: w('Hanenin ortak gelirleri', 'Shared income'),
      questions: [
        {
          id: 'shared_income',
          type: 'multiple',
          label: w('Hanenin ortak gelirleri', 'Shared income of the household'),
          isRequired: true,
          options: [
            ...SHARED_INCOME.map(([code, tr, en]) => option(code, tr, en)),
            alone('none', 'Ortak gelir yok', 'No shared income'),
          ],
        },
        ...amounts(SHARED_INCOME, 'shared', 'shared_income'),
        {
          id: 'aid_from_others',
          type: 'text',
          label: w('Hangi kurumdan, ne yardımı alıyorlar?', 'Which aid, from whom?'),
          relevant: { has: ['shared_income', 'social_aid'] },
          maxLength: 500,
        },
      ],
    },
  ],
}

const TOTAL_INCOME = { sum: [...PERSONAL_AMOUNTS.map(over_members => ({ over_members })), ...SHARED_AMOUNTS] }

export const EXPENSE: Section = {
  id: 'expenses',
  title: w('Giderler', 'Expenses'),
  intro: w('Ayda ortalama. Kira, konut bölümünde soruldu.', 'On average a month. Rent was asked with the dwelling.'),
  relevant: AGREED,
  blocks: [
    {
      about: 'household',
      questions: [
        ...EXPENSES.map(
          ([code, tr, en]): Question => ({
            id: `expense_${code}`,
            type: 'money',
            label: w(`${tr}, ayda`, `${en}, a month`),
            isRequired: code !== 'other',
            max: 500_000_000,
          }),
        ),
        {
          id: 'total_debt',
          type: 'money',
          label: w('Toplam borç', 'Debt in all'),
        },
        {
          id: 'expenses_note',
          type: 'text',
          label: w(
            'Gelirle gider arasındaki fark nasıl karşılanıyor?',
            'How is the gap between income and expenses met?',
          ),
          isLong: true,
          maxLength: 1000,
          relevant: {
            compare: [
              { sum: ['rent', ...EXPENSES.filter(([code]) => code !== 'other').map(([code]) => `expense_${code}`)] },
              '>',
              { times: [1.5, TOTAL_INCOME] },
            ],
          },
          help: w(
            'Söylenen giderler gelirin bir buçuk katını aşıyor.',
            'Expenses exceed one and a half times the income.',
          ),
        },
      ],
    },
  ],
}
