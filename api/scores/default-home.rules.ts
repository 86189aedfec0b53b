import { choices, numbers, question, sum } from './scheme-writing.rules.ts'

export const INCOME = question(
  {
    code: 'income_per_head',
    variable: 'income.ratio',
    tr: 'Kişi başına gelir eşiğin neresinde?',
    en: 'How does income per head stand to the threshold?',
  },
  numbers(
    [
      0,
      30,
      'Kişi başına gelir eşiğin çok altında (0,85 katından az)',
      'Income per head is far below the threshold (under 0.85 of it)',
    ],
    [0.85, 28.5, 'Kişi başına gelir eşiğin altında', 'Income per head is below the threshold'],
    [
      1,
      26,
      'Kişi başına gelir eşiğin biraz üstünde (1,25 katına kadar)',
      'Income per head is just above the threshold (up to 1.25 times)',
    ],
    [1.25, 22, 'Kişi başına gelir eşiğin 1,25–1,5 katı', 'Income per head is 1.25–1.5 times the threshold'],
    [1.5, 18, 'Kişi başına gelir eşiğin 1,5–1,75 katı', 'Income per head is 1.5–1.75 times the threshold'],
    [1.75, 14, 'Kişi başına gelir eşiğin 1,75–2 katı', 'Income per head is 1.75–2 times the threshold'],
    [2, 9, 'Kişi başına gelir eşiğin 2–2,4 katı', 'Income per head is 2–2.4 times the threshold'],
    [2.4, 3, 'Kişi başına gelir eşiğin 2,4–2,8 katı', 'Income per head is 2.4–2.8 times the threshold'],
    [2.8, 0, 'Kişi başına gelir eşiğin 2,8 katı veya üzerinde', 'Income per head is 2.8 times the threshold or more'],
  ),
)

export const DWELLING = [
  question(
    {
      code: 'tenure',
      variable: 'dwelling.tenure',
      tr: 'Konutta hangi hakla oturuluyor?',
      en: 'On what right is the dwelling lived in?',
    },
    choices(
      ['tenant', 7, 'Kiracı', 'Pays rent'],
      ['informal', 7, 'Tapusuz, güvencesiz konut', 'Dwelling without a title, not secure'],
      ['rent_free', 3, 'Kira ödemeden bir yakınının konutunda', 'Lives rent-free in a relative’s dwelling'],
      ['lodging', 1, 'Lojman', 'Lodging of an employer'],
      ['owner', 0, 'Konut kendisinin', 'Owns the dwelling'],
    ),
  ),
  question(
    {
      code: 'condition',
      variable: 'dwelling.condition',
      tr: 'Konutun durumu nasıl?',
      en: 'In what condition is the dwelling?',
    },
    choices(
      ['poor', 6, 'Konut kötü durumda', 'The dwelling is in poor condition'],
      ['worn', 4, 'Konut yıpranmış', 'The dwelling is worn'],
      ['good', 0, 'Konut iyi durumda', 'The dwelling is in good condition'],
    ),
  ),
  question(
    { code: 'heating', variable: 'dwelling.heating', tr: 'Konut neyle ısınıyor?', en: 'How is the dwelling heated?' },
    choices(
      ['none', 4, 'Isınma aracı yok', 'There is no heating'],
      ['stove', 3, 'Soba ile ısınıyor', 'Heated by a stove'],
      ['electric', 2.5, 'Elektrikli ısıtıcı ile ısınıyor', 'Heated by an electric heater'],
      ['air_conditioner', 1, 'Klima ile ısınıyor', 'Heated by an air conditioner'],
      ['gas', 0, 'Doğal gaz ile ısınıyor', 'Heated by gas'],
    ),
  ),
  question(
    {
      code: 'crowding',
      variable: 'dwelling.people_per_room',
      tr: 'Oda başına kaç kişi düşüyor?',
      en: 'How many people share a room?',
    },
    numbers(
      [0, 0, 'Oda sayısı kişi sayısına yetiyor', 'There are enough rooms for the people'],
      [1.5, 1.5, 'Oda başına 1,5 kişi veya daha çok', '1.5 people or more share a room'],
      [2.1, 3, 'Oda başına ikiden çok kişi', 'More than two people share a room'],
    ),
  ),
]

export const ASSETS = [
  question(
    {
      code: 'assets',
      variable: 'asset.kind',
      tr: 'Oturulan konut dışında kayıtlı varlık var mı?',
      en: 'Are there registered assets beyond the home lived in?',
    },
    choices(
      ['dwelling', -12, 'İkinci konut', 'Another dwelling'],
      ['vehicle', -6, 'Araç', 'Vehicle'],
      ['land', -4, 'Arsa veya tarla', 'Land'],
      ['livestock savings other', -4, 'Hayvan, birikim veya başka varlık', 'Livestock, savings or another asset'],
    ),
    sum(-18),
  ),
  question(
    {
      code: 'own_home',
      variable: 'dwelling.tenure',
      tr: 'Oturulan konut kendisinin mi?',
      en: 'Is the home lived in their own?',
    },
    choices(
      ['owner', -2, 'Oturduğu konut kendisinin', 'Owns the home lived in'],
      ['tenant rent_free lodging informal', 0, 'Oturduğu konut kendisinin değil', 'Does not own the home lived in'],
    ),
  ),
]
