/** What an officer is told about each thing that stands in the way: what is wrong and how to mend it. Pure. */
const SAID = {
  too_short: ['En az üç harf veya rakam yazın.', 'Type at least three letters or digits.'],
  reason_missing: ['Dosyayı neden açtığınızı yazın.', 'Say why you open the file.'],
  national_id: [
    'T.C. kimlik no hatalı: 11 hane ve kontrol haneleri tutmalı. Kimlikten yeniden okuyun.',
    'The identity number is wrong: 11 digits with right check digits. Read it from the card again.',
  ],
  already_here: ['Bu kişi zaten bu hanede kayıtlı.', 'This person is in this household already.'],
  latin_name: [
    'Adı ve soyadı kimlikteki gibi, Latin harfleriyle yazın; rakam ve simge kullanmayın.',
    'Write the name as on the identity card, in Latin letters, without digits or symbols.',
  ],
  in_future: ['Tarih bugünden sonra olamaz.', 'The day cannot be after today.'],
  born_in_future: ['Doğum tarihi gelecekte olamaz.', 'A day of birth cannot be in the future.'],
  born_too_long_ago: [
    'Doğum tarihi 1880’den önce olamaz; yılı denetleyin.',
    'A day of birth cannot be before 1880; check the year.',
  ],
  age_over_120: [
    'Bu tarihe göre kişi 120 yaşından büyük. Yılı denetleyin; doğruysa onaylayın.',
    'By this date the person is over 120 years old. Check the year; confirm it if it is right.',
  ],
  two_heads: [
    'Hanenin bir reisi var; bu kişinin yakınlığını seçin.',
    'The household has a head; choose how this person is related.',
  ],
  no_head: ['Hane reisini değiştirmek için yeni reisi seçin.', 'To change the head choose the new one.'],
  not_here: ['Bu kişi bu hanede değil.', 'This person is not in this household.'],
  has_died: [
    'Bu kişi ölmüş görünüyor; kayıt yanlışsa önce düzeltin.',
    'This person is recorded as deceased; if that is wrong, correct it first.',
  ],
  died_already: ['Bu kişinin ölümü zaten kayıtlı.', 'This person’s death is recorded already.'],
  died_before_birth: ['Ölüm tarihi doğum tarihinden önce olamaz.', 'A death cannot be before the birth.'],
  successor_missing: [
    'Hane reisi ayrılıyor: hanede kalanlardan yeni reisi seçin.',
    'The head is leaving: choose the new head among those who stay.',
  ],
  successor_wrong: ['Yeni reis hanede kalan, yaşayan biri olmalı.', 'The new head must be a living person who stays.'],
  successor_minor: [
    'Hanede yetişkin varken reis 18 yaşından küçük olamaz.',
    'While there is an adult in the household its head cannot be under 18.',
  ],
  before_formed: [
    'Tarih, hanenin kayda girdiği günden önce olamaz.',
    'The day cannot be before the household was recorded.',
  ],
  outside_province: [
    'Bu adres il sınırları dışında; hane buraya taşınamaz. İl dışına taşınma, 22. maddeye göre yardımın sona erme nedenidir: “Ayrıldı – il dışı” olarak kaydedin, komisyon karar verir; aileyi yeni ilindeki belediyeye yönlendirin.',
    'This address is outside the province; the household cannot be moved there. Moving out of the province is a ground for ending aid (art. 22): record it as “left – out of the province”, the commission decides; refer the family to the municipality of their new province.',
  ],
  unknown_street: [
    'Bu sokak kayıtlı değil. Listeden seçin ya da haritada iğneleyin.',
    'This street is not known. Choose it from the list or drop a pin.',
  ],
  same_household: ['Aynı dosya seçilmiş; başka bir dosya seçin.', 'That is the same file; choose another one.'],
  nobody_stays: [
    'Hanede en az bir kişi kalmalı. Hepsi ayrılıyorsa “taşınma”, iki hane birleşiyorsa “birleştirme” kullanın.',
    'At least one person must stay. If all leave use “move”, if two households become one use “join”.',
  ],
  guardian_minor: ['Vasi veya veli yetişkin olmalı.', 'A guardian must be an adult.'],
  guardian_self: ['Kişi kendi vasisi olamaz.', 'A person cannot be their own guardian.'],
  guardian_unnamed: [
    'Vasinin adını soyadını yazın ya da haneden birini seçin.',
    'Name the guardian or choose a member of the household.',
  ],
  not_a_minor: [
    '18 yaşını dolduran kişiye veli kaydedilmez; vasi veya kayyım için mahkeme kararını seçin.',
    'A parent is not recorded for an adult; choose guardian or trustee with the court’s ruling.',
  ],
  nothing_changed: ['Değişen bir bilgi yok.', 'Nothing is changed.'],
  fact_column: ['Bu bilgi eksik ya da yanlış biçimde.', 'This value is missing or not as expected.'],
  fact_unknown: ['Böyle bir alan yok.', 'There is no such field.'],
  fact_person: ['Bu bilginin kime ait olduğunu seçin.', 'Choose whom this is about.'],
  fact_no_person: [
    'Bu bilgi hanenin tamamı içindir; kişi seçilmez.',
    'This is about the household, not about one person.',
  ],
  fact_not_holding: ['Bu bilgi zaten sona ermiş. Sayfayı yenileyin.', 'This fact has ended already. Reload the page.'],
  ended_before: ['Bitiş günü başlangıçtan önce olamaz.', 'It cannot end before it began.'],
  none_is_zero: ['“Geliri yok” seçildiyse tutar sıfır olmalı.', 'With “no income” the amount must be zero.'],
  phone: ['Telefon numarası hatalı. Örnek: 0532 123 45 67', 'The phone number is not valid. Example: 0532 123 45 67'],
  email: [
    'E-posta adresi hatalı. Örnek: ad.soyad@ornek.com',
    'The e-mail address is not valid. Example: name@example.com',
  ],
  note_too_long: [
    'Not en çok {limit} karakter olabilir; sizinki {length}. Kısaltın ya da iki nota bölün; yazdığınız silinmedi.',
    'A note has at most {limit} characters; yours has {length}. Shorten it or make two; nothing you typed is lost.',
  ],
  refusal_reason: ['Neden kabul edilmediğini yazın.', 'Say why it is refused.'],
} as const satisfies Record<string, readonly [string, string]>

export type Saying = keyof typeof SAID

/** A sentence in the language of the officer; `fill` replaces {words}. */
export function said(language: 'tr' | 'en', key: Saying, fill: Readonly<Record<string, string | number>> = {}): string {
  const text: string = SAID[key][language === 'tr' ? 0 : 1]
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole))
}
