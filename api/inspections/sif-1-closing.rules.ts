/** sif-1: what the inspector observed and thinks. Pure. */
import type { Section } from './form-definition.contract.ts'
import { AGREED, alone, hasAny, option, w } from './sif-1-words.rules.ts'

export const OBSERVATION: Section = {
  id: 'observation',
  title: w('Gözlem ve kanaat', 'Observation and opinion'),
  intro: w(
    'Gördüğünüzü yazın, yargı yazmayın. Başvuran bu metni okumak isteyebilir.',
    'Write what you saw, not a judgement. The applicant may ask to read it.',
  ),
  blocks: [
    {
      about: 'household',
      questions: [
        {
          id: 'observation',
          type: 'text',
          label: w('Gözlem', 'Observation'),
          isRequired: true,
          gaps: [],
          isLong: true,
          maxLength: 4000,
        },
        {
          id: 'safety',
          type: 'multiple',
          label: w('Korunması gereken biri var mı?', 'Does anybody need protection?'),
          help: w(
            'Çocuk ihmali veya istismarı şüphesi bildirim yükümlülüğü doğurur (5395 sayılı Kanun 6. madde).',
            'Suspected neglect or abuse of a child must be reported (law 5395, art. 6).',
          ),
          isRequired: true,
          gaps: ['unknown'],
          options: [
            option('child', 'Çocuk', 'A child'),
            option('elder', 'Yaşlı', 'An old person'),
            option('disabled', 'Engelli', 'A disabled person'),
            option('adult', 'Yetişkin', 'An adult'),
            alone('none', 'Böyle bir durum görülmedi', 'Nothing of the kind was seen'),
          ],
        },
        {
          id: 'safety_note',
          type: 'text',
          label: w('Ne gördünüz, kime bildirdiniz?', 'What did you see, whom did you tell?'),
          relevant: hasAny('safety', ['child', 'elder', 'disabled', 'adult']),
          isRequired: true,
          gaps: [],
          isLong: true,
          maxLength: 2000,
        },
        {
          id: 'urgent',
          type: 'yes_no',
          label: w('Bekleyemeyecek, acil bir ihtiyaç var mı?', 'Is there an urgent need that cannot wait?'),
          help: w(
            'Varsa dosya komisyona öncelikle sunulur (19.11).',
            'If so the file goes to the commission first (19.11).',
          ),
          isRequired: true,
          gaps: [],
        },
        {
          id: 'urgent_needs',
          type: 'multiple',
          label: w('Acil olan ne?', 'What is urgent?'),
          relevant: { is: ['urgent', true] },
          isRequired: true,
          gaps: [],
          options: [
            option('food', 'Gıda', 'Food'),
            option('shelter', 'Barınma', 'Shelter'),
            option('heating', 'Isınma', 'Heating'),
            option('medicine', 'İlaç, tedavi', 'Medicine, treatment'),
            option('baby', 'Bebek maması, bezi', 'Formula, diapers'),
            option('safety', 'Güvenlik', 'Safety'),
          ],
        },
        {
          id: 'urgent_note',
          type: 'text',
          label: w('Acil ihtiyacın açıklaması', 'About the urgent need'),
          relevant: { is: ['urgent', true] },
          isRequired: true,
          gaps: [],
          maxLength: 1000,
          isLong: true,
        },
        {
          id: 'contradicted',
          type: 'yes_no',
          label: w(
            'Beyanla çelişen, belgeye dayanan bir tespit var mı?',
            'Does a paper or finding contradict what was said?',
          ),
          help: w(
            'Kuşku yeterli değildir; tespiti ve dayanağını yazın.',
            'Doubt is not enough; write the finding and what it rests on.',
          ),
          relevant: AGREED,
          isRequired: true,
          gaps: [],
        },
        {
          id: 'contradicted_note',
          type: 'text',
          label: w(
            'Tespit, dayanağı ve kişinin buna cevabı',
            'The finding, what it rests on, and what the person answered',
          ),
          relevant: { is: ['contradicted', true] },
          isRequired: true,
          gaps: [],
          isLong: true,
          maxLength: 2000,
        },
        {
          id: 'opinion',
          type: 'choice',
          label: w('Kanaatiniz', 'Your opinion'),
          isRequired: true,
          gaps: [],
          options: [
            option('in_need', 'Yardıma ihtiyacı var', 'Needs help'),
            option('partly', 'Bazı talepler için ihtiyacı var', 'Needs help with some of it'),
            option('not_in_need', 'Şu an yardıma ihtiyacı görülmedi', 'No need of help was seen now'),
            option('cannot_say', 'Kanaat oluşmadı', 'Cannot say'),
          ],
        },
        {
          id: 'opinion_reason',
          type: 'text',
          label: w('Kanaatinizin gerekçesi', 'Why'),
          isRequired: true,
          gaps: [],
          isLong: true,
          maxLength: 2000,
        },
      ],
    },
  ],
}
