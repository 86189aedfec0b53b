/** sif-1: schooling and work. Pure. */
import type { Condition } from './form-condition.contract.ts'
import type { Section } from './form-definition.contract.ts'
import { AGREED, aged, alone, and, LIVES_HERE, option, w } from './sif-1-words.rules.ts'

function worksAs(...codes: string[]): Condition {
  return { any: codes.map(code => ({ is: ['work_status', code] })) }
}

const SCHOOL_LEVELS = [
  option('none', 'Okul bitirmedi', 'None'),
  option('primary', 'İlkokul', 'Primary school'),
  option('middle', 'Ortaokul', 'Middle school'),
  option('high', 'Lise', 'High school'),
  option('university', 'Yüksekokul, üniversite', 'University'),
]

export const SCHOOL: Section = {
  id: 'schooling',
  title: w('Eğitim', 'Schooling'),
  relevant: AGREED,
  blocks: [
    {
      about: 'each_member',
      where: and(LIVES_HERE, aged(5)),
      questions: [
        {
          id: 'attends_school',
          type: 'yes_no',
          label: w('Şu anda okula gidiyor mu?', 'At school now?'),
          relevant: aged(5, 30),
          isRequired: true,
        },
        {
          id: 'school_level',
          type: 'choice',
          label: w('Gittiği, gitmiyorsa bitirdiği okul', 'School attended or, if none, finished'),
          isRequired: true,
          options: SCHOOL_LEVELS,
        },
        {
          id: 'not_at_school',
          type: 'choice',
          label: w('Okula gitmemesinin nedeni', 'Why not at school'),
          relevant: and(aged(6, 17), { is: ['attends_school', false] }),
          isRequired: true,
          options: [
            option('cost', 'Masraf', 'Cost'),
            option('works', 'Çalışıyor', 'Works'),
            option('care', 'Evde birine bakıyor', 'Takes care of somebody at home'),
            option('health', 'Sağlık veya engel', 'Health or disability'),
            option('distance', 'Uzaklık, ulaşım', 'Distance, transport'),
            option('married', 'Evlendirildi', 'Was married off'),
            option('wish', 'Kendisi istemiyor', 'Does not want to'),
            option('other', 'Diğer', 'Other'),
          ],
        },
        {
          id: 'school_needs',
          type: 'multiple',
          label: w('Okul için eksik olan', 'What is lacking for school'),
          relevant: { is: ['attends_school', true] },
          options: [
            option('bag', 'Çanta, kırtasiye', 'Bag, stationery'),
            option('clothes', 'Kıyafet, ayakkabı', 'Clothes, shoes'),
            option('bus', 'Servis, yol', 'Bus fare'),
            option('internet', 'Bilgisayar, internet', 'Computer, internet'),
            option('meal', 'Beslenme', 'Food at school'),
            alone('none', 'Eksik yok', 'Nothing'),
          ],
        },
      ],
    },
  ],
}

export const WORK: Section = {
  id: 'work',
  title: w('İş ve beceri', 'Work and skills'),
  relevant: AGREED,
  blocks: [
    {
      about: 'each_member',
      where: and(LIVES_HERE, aged(15)),
      questions: [
        {
          id: 'work_status',
          type: 'choice',
          label: w('Çalışma durumu', 'Work'),
          isRequired: true,
          options: [
            option('employed', 'Ücretli çalışıyor', 'Employed'),
            option('casual', 'Gündelik, düzensiz çalışıyor', 'Casual, irregular work'),
            option('self_employed', 'Kendi hesabına çalışıyor', 'Self-employed'),
            option('unemployed', 'İşsiz', 'Unemployed'),
            option('retired', 'Emekli', 'Retired'),
            option('student', 'Öğrenci', 'Student'),
            option('homemaker', 'Ev işleriyle meşgul', 'Homemaker'),
            option('unable', 'Çalışamaz durumda', 'Unable to work'),
          ],
          checks: [
            {
              kind: 'soft',
              when: and({ is: ['work_status', 'employed'] }, { has: ['income_sources', 'none'] }),
              say: w('Çalışıyor görünüyor, ama geliri yok denmiş.', 'Said to be employed, and to have no income.'),
            },
            {
              kind: 'soft',
              when: and({ is: ['work_status', 'unable'] }, { has: ['income_sources', 'wage'] }),
              say: w('Çalışamaz denmiş, ama ücret geliri yazılmış.', 'Said to be unable to work, and to earn a wage.'),
            },
          ],
        },
        {
          id: 'insured',
          type: 'yes_no',
          label: w('Sigortalı mı?', 'Insured (SGK)?'),
          relevant: worksAs('employed', 'casual', 'self_employed'),
          isRequired: true,
        },
        {
          id: 'occupation',
          type: 'text',
          label: w('Mesleği veya becerisi', 'Occupation or skill'),
          maxLength: 200,
        },
        {
          id: 'seeks_work',
          type: 'yes_no',
          label: w('İş arıyor mu?', 'Looking for work?'),
          relevant: worksAs('casual', 'unemployed', 'homemaker'),
          isRequired: true,
        },
        {
          id: 'work_barriers',
          type: 'multiple',
          label: w('Çalışmasının önündeki engeller', 'What keeps them from work'),
          relevant: worksAs('unemployed', 'homemaker', 'unable'),
          options: [
            option('health', 'Sağlık', 'Health'),
            option('child_care', 'Çocuk bakımı', 'Child care'),
            option('care', 'Hasta veya yaşlı bakımı', 'Care of a sick or old person'),
            option('skill', 'Meslek, diploma eksikliği', 'No trade or diploma'),
            option('language', 'Dil', 'Language'),
            option('transport', 'Ulaşım', 'Transport'),
            alone('none', 'Engel yok', 'Nothing'),
          ],
        },
        {
          id: 'wants_course',
          type: 'yes_no',
          label: w(
            'Meslek kursuna veya iş bulma desteğine yönlendirilmek ister mi?',
            'Would they like a course or help in finding work?',
          ),
          relevant: aged(15, 64),
        },
      ],
    },
  ],
}
