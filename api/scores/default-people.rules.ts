import { choices, max, numbers, question, sum } from './scheme-writing.rules.ts'

export const HEALTH = [
  question(
    {
      code: 'disability',
      variable: 'person.disability_degree',
      tr: 'Engelli birey var mı, oranı nedir?',
      en: 'Is anyone disabled, and to what degree?',
    },
    numbers(
      [0, 0, '%40 ve üzeri engel oranı yok', 'No degree of disability of 40% or more'],
      [40, 8, 'Engel oranı %40–69', 'Degree of disability 40–69%'],
      [70, 11, 'Engel oranı %70 ve üzeri', 'Degree of disability 70% or more'],
    ),
    sum(11),
  ),
  question(
    {
      code: 'care',
      variable: 'person.needs_care',
      tr: 'Bakıma gereksinim duyan var mı?',
      en: 'Does anyone need care?',
    },
    choices(
      ['yes', 5, 'Başkasının bakımına gereksinimi var', 'Needs the care of another'],
      ['no', 0, 'Bakım gereksinimi yok', 'Needs no care'],
    ),
    max(5),
  ),
  question(
    {
      code: 'illness',
      variable: 'person.illness',
      tr: 'Süregelen hastalığı olan var mı?',
      en: 'Has anyone a lasting illness?',
    },
    choices(
      ['continuous_treatment', 4, 'Sürekli tedavi görüyor', 'Under continuous treatment'],
      ['chronic_illness', 4, 'Süreğen hastalığı var', 'Has a chronic illness'],
      ['none', 0, 'Süregelen hastalık yok', 'No lasting illness'],
    ),
    sum(4),
  ),
]

export const DEPENDANTS = question(
  {
    code: 'dependants',
    variable: 'person.dependant',
    tr: 'Hanede çocuk, öğrenci, yaşlı var mı?',
    en: 'Are there children, students, elders in the household?',
  },
  choices(
    ['child', 4, '18 yaşından küçük çocuk', 'Child under 18'],
    ['elder', 4, '65 yaş ve üzeri', 'Aged 65 or over'],
    ['student', 2, '18–25 yaşında öğrenci', 'Student aged 18–25'],
    ['none', 0, 'Çocuk, öğrenci veya yaşlı değil', 'Neither child, student nor elder'],
  ),
  sum(12),
)

export const EMPLOYMENT = question(
  {
    code: 'work',
    variable: 'employment.work',
    tr: 'Hanede düzenli geliri olan var mı?',
    en: 'Has anyone in the household a steady income?',
  },
  choices(
    ['nobody', 8, 'Hanede çalışan veya emekli yok', 'Nobody works or is retired'],
    ['casual', 6, 'Yalnız gündelik veya mevsimlik iş var', 'Only casual or seasonal work'],
    ['one_for_many', 3, 'Üçten çok kişi bir düzenli gelirle geçiniyor', 'More than three live on one steady income'],
    ['steady', 0, 'Hanede düzenli gelir var', 'There is a steady income'],
  ),
)

export const SHOCKS = question(
  {
    code: 'shock',
    variable: 'status.kind',
    tr: 'Son dönemde bir sarsıntı veya özel bir durum var mı?',
    en: 'Is there a recent shock or a special status?',
  },
  choices(
    ['disaster fire', 9, 'Afet veya yangın gördü', 'Struck by disaster or fire'],
    ['domestic_violence', 9, 'Şiddetten korunuyor', 'Under protection from violence'],
    ['job_loss accident', 6, 'İş kaybı veya kaza', 'Loss of a job, or an accident'],
    ['bereavement', 6, 'Yakınını kaybetti', 'Bereaved'],
    ['martyr_kin veteran', 6, 'Şehit yakını veya gazi', 'Kin of a martyr, or a veteran'],
    [
      'single_parent prisoner_in_family',
      4,
      'Tek ebeveyn veya ailede hükümlü, tutuklu var',
      'Single parent, or a prisoner in the family',
    ],
    ['migrant', 0, 'Puan verilmeyen durum', 'A status that gives no points'],
  ),
  sum(10),
)
