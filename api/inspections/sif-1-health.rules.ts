/** sif-1: health and care. Pure. */
import type { Section } from './form-definition.contract.ts'
import { AGREED, alone, and, LIVES_HERE, option, w } from './sif-1-words.rules.ts'

export const HEALTH: Section = {
  id: 'health',
  title: w('Sağlık ve bakım', 'Health and care'),
  intro: w(
    'Özel nitelikli kişisel veridir. Kişinin yanında, yalnız gerekeni sorun; rapor görmediyseniz kişinin söylediğini yazın.',
    'Special-category personal data. Ask only what is needed, with the person; without a report write what they say.',
  ),
  relevant: AGREED,
  blocks: [
    {
      about: 'each_member',
      where: LIVES_HERE,
      questions: [
        {
          id: 'health',
          type: 'multiple',
          label: w('Sağlık durumu', 'Health'),
          isRequired: true,
          options: [
            option('disability', 'Engeli var', 'Has a disability'),
            option('chronic', 'Süreğen hastalığı var', 'Has a chronic illness'),
            option(
              'treatment',
              'Sürekli tedavi görüyor (kanser, diyaliz, SMA…)',
              'In continuous treatment (cancer, dialysis, SMA…)',
            ),
            option(
              'care',
              'Günlük işlerinde başkasının bakımına ihtiyacı var',
              'Needs another person’s care every day',
            ),
            alone('none', 'Bunların hiçbiri yok', 'None of these'),
          ],
        },
        {
          id: 'disability_percent',
          type: 'number',
          label: w('Engel oranı', 'Degree of disability'),
          relevant: { has: ['health', 'disability'] },
          min: 1,
          max: 100,
          isWhole: true,
          unit: w('%', '%'),
          checks: [
            {
              kind: 'soft',
              when: and({ compare: ['disability_percent', '<', 20] }, { has: ['health', 'care'] }),
              say: w(
                'Oran düşük, bakım ihtiyacı yüksek: raporun güncel olup olmadığına bakın.',
                'A low degree beside a need of care: see whether the report is up to date.',
              ),
            },
          ],
        },
        {
          id: 'disability_report',
          type: 'yes_no',
          label: w('Sağlık kurulu raporunu gördünüz mü?', 'Did you see the medical board’s report?'),
          relevant: { has: ['health', 'disability'] },
          isRequired: true,
          gaps: [],
        },
        {
          id: 'illness_note',
          type: 'text',
          label: w('Hastalık veya tedavi (kendi sözleriyle)', 'Illness or treatment (in their words)'),
          relevant: { any: [{ has: ['health', 'chronic'] }, { has: ['health', 'treatment'] }] },
          maxLength: 500,
        },
        {
          id: 'carer',
          type: 'choice',
          label: w('Bakımını kim üstleniyor?', 'Who takes care?'),
          relevant: { has: ['health', 'care'] },
          isRequired: true,
          options: [
            option('household', 'Haneden biri', 'Somebody of the household'),
            option('relative', 'Hane dışından bir yakını', 'A relative outside it'),
            option('paid', 'Ücretli bakıcı', 'A paid carer'),
            option('nobody', 'Kimse', 'Nobody'),
          ],
        },
        {
          id: 'pregnant',
          type: 'yes_no',
          label: w('Hamile veya emziriyor mu?', 'Pregnant or nursing?'),
          help: w('Yalnız kişi kendisi söylerse işaretleyin.', 'Mark it only if she says so herself.'),
          relevant: and({ is: ['$sex', 'female'] }, { compare: ['$age', '>=', 15] }, { compare: ['$age', '<=', 49] }),
        },
      ],
    },
  ],
}
