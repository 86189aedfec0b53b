/** sif-1: needs seen. Pure. */
import type { Section } from './form-definition.contract.ts'
import { AGREED, alone, hasAny, option, w } from './sif-1-words.rules.ts'

export const NEEDS: Section = {
  id: 'needs',
  title: w('İhtiyaçlar', 'Needs'),
  relevant: AGREED,
  blocks: [
    {
      about: 'household',
      questions: [
        {
          id: 'needs_said',
          type: 'text',
          label: w('Hanenin kendi sözleriyle en çok ihtiyaç duyduğu', 'What they need most, in their own words'),
          isRequired: true,
          isLong: true,
          maxLength: 2000,
        },
        {
          id: 'request_add',
          type: 'multiple',
          label: w('Başvuruya eklenmesi uygun talepler', 'Requests to add to the application'),
          help: w(
            'Eklenmiş sayılmaz; öneri olarak dosyaya gider. Hane istemiyorsa işaretlemeyin.',
            'A proposal, not yet a request. Mark it only if the household wants it.',
          ),
          options: [
            option('cash_support', 'Nakdi yardım', 'Cash support'),
            option('social_card', 'Sosyal yardım kartı', 'Social card'),
            option('food_parcel', 'Gıda kolisi', 'Food parcel'),
            option('hygiene_pack', 'Hijyen paketi', 'Hygiene pack'),
            option('diapers', 'Bebek bezi', 'Diapers'),
            option('milk', 'Süt Kuzusu', 'Milk for children'),
            option('coal', 'Yakacak', 'Heating fuel'),
            option('furniture', 'Eşya', 'Furniture'),
            option('home_care', 'Evde bakım', 'Home care'),
            alone('none', 'Eklenecek talep yok', 'None'),
          ],
        },
        {
          id: 'request_note',
          type: 'text',
          label: w('Talep için açıklama', 'About the request'),
          relevant: hasAny('request_add', ['cash_support', 'social_card', 'diapers', 'furniture', 'home_care']),
          maxLength: 1000,
        },
        {
          id: 'no_longer_wanted',
          type: 'text',
          label: w('Vazgeçilen talep (varsa)', 'A request they no longer want (if any)'),
          maxLength: 500,
        },
        {
          id: 'referrals',
          type: 'multiple',
          label: w('Yönlendirilmesi uygun birimler', 'Where to refer them'),
          help: w('Hanenin isteğiyle.', 'With the household’s wish.'),
          options: [
            option('work', 'Meslek kursu, istihdam', 'Courses, employment'),
            option('psychologist', 'Aile destek merkezi (psikolog)', 'Family support centre (psychologist)'),
            option('women', 'Kadın danışma merkezi', 'Women’s counselling centre'),
            option('disabled', 'Engelli hizmetleri', 'Services for the disabled'),
            option('elderly', 'Yaşlı hizmetleri', 'Services for the elderly'),
            option('law', 'Hukuki destek', 'Legal help'),
            option('foundation', 'SYDV', 'Social assistance foundation (SYDV)'),
            alone('none', 'Gerek yok', 'None'),
          ],
        },
      ],
    },
  ],
}
