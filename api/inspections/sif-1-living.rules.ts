/** sif-1: what is owned, what happened. Pure. */
import type { Section } from './form-definition.contract.ts'
import { AGREED, alone, and, hasAny, LIVES_HERE, option, w } from './sif-1-words.rules.ts'

export const ASSETS: Section = {
  id: 'assets',
  title: w('Mal varlığı', 'What they own'),
  relevant: AGREED,
  blocks: [
    {
      about: 'household',
      questions: [
        {
          id: 'assets',
          type: 'multiple',
          label: w('Hanenin sahip olduğu', 'What the household owns'),
          help: w('Oturdukları kendi evleri burada sayılmaz.', 'Their own home they live in does not count here.'),
          isRequired: true,
          options: [
            option('vehicle', 'Araç', 'A vehicle'),
            option('dwelling', 'Başka bir konut', 'Another dwelling'),
            option('land', 'Arsa, tarla', 'Land'),
            option('savings', 'Birikim', 'Savings'),
            option('livestock', 'Hayvan', 'Livestock'),
            option('other', 'Diğer', 'Something else'),
            alone('none', 'Hiçbiri', 'None of these'),
          ],
        },
        {
          id: 'vehicle_value',
          type: 'money',
          label: w('Aracın değeri (yaklaşık)', 'Worth of the vehicle (about)'),
          relevant: { has: ['assets', 'vehicle'] },
        },
        {
          id: 'vehicle_need',
          type: 'text',
          label: w('Araç ne için kullanılıyor?', 'What is the vehicle used for?'),
          help: w('Hasta taşıma, iş, artık çalışmıyor…', 'Taking a sick person, work, no longer runs…'),
          relevant: { has: ['assets', 'vehicle'] },
          maxLength: 500,
        },
        {
          id: 'savings_value',
          type: 'money',
          label: w('Birikimin tutarı', 'Amount of the savings'),
          relevant: { has: ['assets', 'savings'] },
        },
        {
          id: 'assets_note',
          type: 'text',
          label: w('Diğer mal varlığı için açıklama', 'About the other things they own'),
          relevant: hasAny('assets', ['dwelling', 'land', 'livestock', 'other']),
          maxLength: 1000,
          isLong: true,
        },
      ],
    },
  ],
}

export const EVENTS: Section = {
  id: 'events',
  title: w('Yaşanan olaylar ve özel durumlar', 'Events and special situations'),
  intro: w(
    'Kimseyi anlatmaya zorlamayın. Aile içi şiddet yalnız kişi yalnızken ve kendisi söylerse işaretlenir; ALO 183 ve ŞÖNİM bilgisini verin.',
    'Press nobody to tell. Domestic violence is marked only when the person is alone and says so; tell them of ALO 183 and ŞÖNİM.',
  ),
  relevant: AGREED,
  blocks: [
    {
      about: 'household',
      questions: [
        {
          id: 'events',
          type: 'multiple',
          label: w('Son iki yılda hanenin yaşadıkları', 'What the household went through in two years'),
          isRequired: true,
          options: [
            option('disaster', 'Afet (deprem, sel, heyelan)', 'Disaster (earthquake, flood, landslide)'),
            option('fire', 'Yangın', 'Fire'),
            option('accident', 'Kaza', 'Accident'),
            option('job_loss', 'İş kaybı', 'Loss of work'),
            option('bereavement', 'Hanede vefat', 'A death in the household'),
            option('domestic_violence', 'Aile içi şiddet', 'Domestic violence'),
            option('prisoner_in_family', 'Ailede tutuklu veya hükümlü', 'A prisoner in the family'),
            alone('none', 'Hiçbiri', 'None of these'),
          ],
        },
        {
          id: 'event_on',
          type: 'date',
          label: w('Afet, yangın veya kazanın tarihi', 'Day of the disaster, fire or accident'),
          relevant: hasAny('events', ['disaster', 'fire', 'accident']),
        },
        {
          id: 'situation',
          type: 'multiple',
          label: w('Hanenin özel durumu', 'Special situation of the household'),
          options: [
            option('single_parent', 'Çocuğunu tek başına büyüten', 'A single parent'),
            option('migrant', 'Göçle gelmiş', 'Came as migrants'),
            alone('none', 'Yok', 'None'),
          ],
        },
        {
          id: 'events_note',
          type: 'text',
          label: w('Anlatmak istedikleri', 'What they wish to tell'),
          relevant: and({ known: 'events' }, { not: { has: ['events', 'none'] } }),
          isLong: true,
          maxLength: 2000,
        },
      ],
    },
    {
      about: 'each_member',
      where: LIVES_HERE,
      questions: [
        {
          id: 'honour',
          type: 'multiple',
          label: w('Şehit yakını veya gazi mi?', 'Martyr’s kin or veteran?'),
          options: [
            option('martyr_kin', 'Şehit yakını', 'Martyr’s kin'),
            option('veteran', 'Gazi', 'Veteran'),
            alone('none', 'Hayır', 'No'),
          ],
        },
      ],
    },
  ],
}
