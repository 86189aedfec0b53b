/** sif-1: the conversation and the people of the household. Pure. */
import type { Section } from './form-definition.contract.ts'
import { AGREED, option, w } from './sif-1-words.rules.ts'

export const VISIT: Section = {
  id: 'visit',
  title: w('Görüşme', 'The conversation'),
  intro: w(
    'Kendinizi tanıtın, neden geldiğinizi ve cevapların ne için kullanılacağını anlatın. Görüşmek istememek başvuruyu tek başına olumsuz yapmaz.',
    'Say who you are, why you came and what the answers are for. Not wishing to talk does not by itself turn an application down.',
  ),
  blocks: [
    {
      about: 'household',
      questions: [
        {
          id: 'consent',
          type: 'yes_no',
          label: w(
            'Görüşülen kişi görüşmeyi ve bilgilerinin kaydedilmesini kabul ediyor mu?',
            'Does the person agree to the conversation and to the answers being kept?',
          ),
          help: w('KVKK aydınlatma metnini okuyun veya verin.', 'Read out or hand over the privacy notice (KVKK).'),
          isRequired: true,
          gaps: [],
        },
        {
          id: 'consent_reason',
          type: 'text',
          label: w('Kabul etmemesinin nedeni (söylediyse)', 'Why not (if they said)'),
          relevant: { is: ['consent', false] },
          maxLength: 1000,
          isLong: true,
        },
        {
          id: 'present',
          type: 'people',
          label: w('Görüşmede hane üyelerinden kimler vardı?', 'Who of the household was present?'),
          relevant: AGREED,
        },
        {
          id: 'present_others',
          type: 'text',
          label: w('Hane dışından kimler vardı?', 'Who else was present?'),
          help: w(
            'Komşu, muhtar, akraba; adı gerekmez, yakınlığı yeter.',
            'Neighbour, muhtar, relative; the relation is enough, no name needed.',
          ),
          relevant: AGREED,
          maxLength: 500,
        },
        {
          id: 'language',
          type: 'choice',
          label: w('Görüşme hangi dilde yapıldı?', 'In which language?'),
          relevant: AGREED,
          isRequired: true,
          gaps: [],
          options: [
            option('turkish', 'Türkçe', 'Turkish'),
            option('interpreter', 'Tercümanla', 'With an interpreter'),
            option('family', 'Aileden biri çevirdi', 'A family member translated'),
            option('sign', 'İşaret diliyle', 'In sign language'),
            option('other', 'Başka bir dilde', 'In another language'),
          ],
        },
      ],
    },
  ],
}

export const HOUSEHOLD: Section = {
  id: 'household',
  title: w('Hanedekiler', 'The household'),
  intro: w(
    'Dosyadaki kişiler bugün bu evde mi yaşıyor? Gördüğünüz farklar öneri olarak dosyaya gider; siz dosyayı değiştirmiş olmazsınız.',
    'Do the people of the file live here today? Differences go to the file as proposals; the form itself changes nothing there.',
  ),
  relevant: AGREED,
  blocks: [
    {
      about: 'each_member',
      where: { is: ['$is_new', false] },
      questions: [
        {
          id: 'lives_here',
          type: 'choice',
          label: w('Bu evde yaşıyor mu?', 'Does this person live here?'),
          isRequired: true,
          options: [
            option('yes', 'Evet', 'Yes'),
            option(
              'away',
              'Geçici olarak uzakta (askerlik, hastane, okul)',
              'Away for a while (service, hospital, school)',
            ),
            option('left', 'Artık burada yaşamıyor', 'No longer lives here'),
            option('died', 'Vefat etti', 'Has died'),
          ],
        },
        {
          id: 'left_on',
          type: 'date',
          label: w('Ne zamandan beri?', 'Since when?'),
          relevant: { any: [{ is: ['lives_here', 'left'] }, { is: ['lives_here', 'died'] }] },
          isRequired: true,
        },
        {
          id: 'details_right',
          type: 'yes_no',
          label: w(
            'Adı, doğum tarihi ve yakınlığı dosyadaki gibi mi?',
            'Are name, date of birth and relation as in the file?',
          ),
          relevant: { not: { any: [{ is: ['lives_here', 'left'] }, { is: ['lives_here', 'died'] }] } },
        },
        {
          id: 'details_given_name',
          type: 'text',
          label: w('Doğru adı (yanlışsa)', 'Right given name (if wrong)'),
          relevant: { is: ['details_right', false] },
          maxLength: 100,
        },
        {
          id: 'details_family_name',
          type: 'text',
          label: w('Doğru soyadı (yanlışsa)', 'Right family name (if wrong)'),
          relevant: { is: ['details_right', false] },
          maxLength: 100,
        },
        {
          id: 'details_born_on',
          type: 'date',
          label: w('Doğru doğum tarihi (yanlışsa)', 'Right date of birth (if wrong)'),
          relevant: { is: ['details_right', false] },
        },
        {
          id: 'details_role',
          type: 'choice',
          label: w('Doğru yakınlığı (yanlışsa)', 'Right relation (if wrong)'),
          relevant: { is: ['details_right', false] },
          options: [
            option('head', 'Hane sorumlusu', 'Head of household'),
            option('spouse', 'Eşi', 'Spouse'),
            option('child', 'Çocuğu', 'Child'),
            option('parent', 'Annesi / babası', 'Parent'),
            option('grandchild', 'Torunu', 'Grandchild'),
            option('relative', 'Akrabası', 'Relative'),
            option('other', 'Diğer', 'Other'),
          ],
        },
      ],
    },
    {
      about: 'household',
      questions: [
        {
          id: 'somebody_else',
          type: 'yes_no',
          label: w('Dosyada olmayan biri de bu evde yaşıyor mu?', 'Does anybody live here who is not in the file?'),
          isRequired: true,
        },
        {
          id: 'newcomers',
          type: 'newcomers',
          label: w('Dosyada olmayan kişiler', 'People not in the file'),
          help: w(
            'Kimlik numarası yoksa boş bırakın; yeni doğan bebekleri de yazın.',
            'Leave the identity number empty where there is none; newborn babies too.',
          ),
          relevant: { is: ['somebody_else', true] },
          isRequired: true,
          gaps: [],
        },
        {
          id: 'address_right',
          type: 'yes_no',
          label: w('Adres dosyadaki gibi mi?', 'Is the address as in the file?'),
          isRequired: true,
        },
        {
          id: 'address_text',
          type: 'text',
          label: w('Doğru adres', 'The right address'),
          relevant: { is: ['address_right', false] },
          isRequired: true,
          maxLength: 500,
          isLong: true,
        },
        {
          id: 'phone',
          type: 'text',
          label: w('Ulaşılabilecek telefon (değiştiyse)', 'Phone to be reached at (if it changed)'),
          maxLength: 40,
        },
      ],
    },
  ],
}
