/** sif-1: the dwelling. Pure. */
import type { Section } from './form-definition.contract.ts'
import { AGREED, alone, option, w } from './sif-1-words.rules.ts'

export const DWELLING: Section = {
  id: 'dwelling',
  title: w('Konut', 'The dwelling'),
  relevant: AGREED,
  blocks: [
    {
      about: 'household',
      questions: [
        {
          id: 'tenure',
          type: 'choice',
          label: w('Evde hangi hakla oturuyorlar?', 'On what right do they live here?'),
          isRequired: true,
          options: [
            option('owner', 'Kendi evi', 'Own home'),
            option('tenant', 'Kiracı', 'Tenant'),
            option('rent_free', 'Kira ödemeden (yakınının evi)', 'Rent-free (a relative’s home)'),
            option('lodging', 'Lojman', 'Lodging of an employer'),
            option('informal', 'Belgesiz', 'Without papers'),
          ],
        },
        {
          id: 'rent',
          type: 'money',
          label: w('Aylık kira', 'Rent a month'),
          relevant: { is: ['tenure', 'tenant'] },
          isRequired: true,
          max: 50_000_000,
          checks: [
            {
              kind: 'soft',
              when: { compare: ['rent', '<', 50_000] },
              say: w(
                'Kira 500 TL’nin altında; kuruş ve lirayı kontrol edin.',
                'Below 500 TL; look at the amount again.',
              ),
            },
          ],
        },
        {
          id: 'rent_late',
          type: 'number',
          label: w('Ödenmemiş kira (ay)', 'Rent unpaid (months)'),
          relevant: { is: ['tenure', 'tenant'] },
          min: 0,
          max: 120,
          isWhole: true,
        },
        {
          id: 'eviction',
          type: 'yes_no',
          label: w('Tahliye uyarısı veya davası var mı?', 'Is there a notice or lawsuit to evict?'),
          relevant: { is: ['tenure', 'tenant'] },
        },
        {
          id: 'dwelling_kind',
          type: 'choice',
          label: w('Konutun türü', 'Kind of dwelling'),
          isRequired: true,
          options: [
            option('flat', 'Daire', 'Flat'),
            option('house', 'Müstakil ev', 'House'),
            option('gecekondu', 'Gecekondu', 'Gecekondu'),
            option('basement', 'Bodrum kat', 'Basement'),
            option('container', 'Konteyner veya çadır', 'Container or tent'),
            option('other', 'Diğer', 'Other'),
          ],
        },
        {
          id: 'dwelling_condition',
          type: 'choice',
          label: w('Konutun durumu', 'State of the dwelling'),
          help: w('Telefonla görüşmede anlatılanı yazın.', 'By telephone, write what is told.'),
          isRequired: true,
          options: [
            option('good', 'İyi', 'Good'),
            option('worn', 'Yıpranmış ama oturulabilir', 'Worn but sound'),
            option('poor', 'Kötü: nem, akıntı, tehlike', 'Poor: damp, leaks, danger'),
          ],
        },
        {
          id: 'dwelling_problems',
          type: 'multiple',
          label: w('Görülen sorunlar', 'Problems seen'),
          relevant: { not: { is: ['dwelling_condition', 'good'] } },
          options: [
            option('damp', 'Nem, küf', 'Damp, mould'),
            option('roof', 'Çatı akıyor', 'Leaking roof'),
            option('windows', 'Kapı, pencere kırık', 'Broken door or windows'),
            option('wiring', 'Tehlikeli elektrik tesisatı', 'Dangerous wiring'),
            option('structure', 'Yapısal hasar', 'Structural damage'),
            option('no_water', 'Su yok veya kesik', 'No water, or cut off'),
            option('no_power', 'Elektrik yok veya kesik', 'No power, or cut off'),
            option('no_bath', 'Banyo veya tuvalet içeride değil', 'No bath or toilet indoors'),
            option('access', 'Engelli veya yaşlı için erişim yok', 'Not accessible for a disabled or old person'),
            alone('none', 'Sorun görülmedi', 'None seen'),
          ],
        },
        {
          id: 'heating',
          type: 'choice',
          label: w('Ne ile ısınıyorlar?', 'How is it heated?'),
          isRequired: true,
          options: [
            option('gas', 'Doğal gaz', 'Gas'),
            option('stove', 'Soba', 'Stove'),
            option('electric', 'Elektrikli ısıtıcı', 'Electric heater'),
            option('air_conditioner', 'Klima', 'Air conditioner'),
            option('none', 'Isınma yok', 'Not heated'),
          ],
        },
        {
          id: 'rooms',
          type: 'number',
          label: w('Oda sayısı (salon dahil)', 'Rooms (living room included)'),
          isRequired: true,
          min: 1,
          max: 20,
          isWhole: true,
          checks: [
            {
              kind: 'soft',
              when: { compare: ['rooms', '>', { times: [3, '$members'] }] },
              say: w('Kişi başına üçten çok oda; sayıyı kontrol edin.', 'More than three rooms a person; look again.'),
            },
          ],
        },
        {
          id: 'goods_missing',
          type: 'multiple',
          label: w('Evde eksik olan temel eşya', 'Basic household goods they lack'),
          options: [
            option('bed', 'Yatak', 'Beds'),
            option('fridge', 'Buzdolabı', 'Refrigerator'),
            option('washer', 'Çamaşır makinesi', 'Washing machine'),
            option('stove', 'Ocak', 'Cooker'),
            option('heater', 'Soba veya ısıtıcı', 'Stove or heater'),
            option('table', 'Çocuğun ders çalışacağı masa', 'A table for a child to study at'),
            alone('none', 'Eksik yok', 'Nothing'),
          ],
        },
      ],
    },
  ],
}
