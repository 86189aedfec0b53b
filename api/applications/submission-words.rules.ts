/** What an officer is told about each thing that stands in the way: what is wrong and how to mend it. Pure. */

export const ISSUE = {
  national_id: {
    tr: 'T.C. kimlik no hatalı: 11 hane ve kontrol haneleri tutmalı. Kimlikten yeniden okuyun.',
    en: 'The identity number is wrong: 11 digits with right check digits. Read it from the card again.',
  },
  person_twice: {
    tr: 'Bu kişi listede iki kez var. Bir satırı silin.',
    en: 'This person is in the list twice. Remove one row.',
  },
  born_in_future: { tr: 'Doğum tarihi gelecekte olamaz.', en: 'A day of birth cannot be in the future.' },
  born_too_long_ago: {
    tr: 'Doğum tarihi 1900’den önce olamaz; yılı denetleyin.',
    en: 'A day of birth cannot be before 1900; check the year.',
  },
  no_head: { tr: 'Hanede bir kişiyi hane reisi olarak seçin.', en: 'Choose one person as head of the household.' },
  two_heads: {
    tr: 'Hanede yalnızca bir hane reisi olabilir; diğerinin yakınlığını değiştirin.',
    en: 'A household has one head; change the role of the other.',
  },
  outside_province: {
    tr: 'Bu adres il sınırları içinde değil. Yalnızca bu ilde oturanlar başvurabilir; kişiyi oturduğu ilin belediyesine yönlendirin.',
    en: 'This address is not in the province. Only residents may apply; refer the person to the municipality of their province.',
  },
  unknown_street: {
    tr: 'Bu sokak kayıtlı değil. Listeden seçin ya da haritada iğneleyin.',
    en: 'This street is not known. Choose it from the list or drop a pin.',
  },
  received_in_future: { tr: 'Başvuru tarihi bugünden sonra olamaz.', en: 'The day received cannot be after today.' },
  received_too_long_ago: {
    tr: 'Başvuru tarihi bir yıldan eski; tarihi denetleyin.',
    en: 'The day received is more than a year ago; check it.',
  },
  reply_before_receipt: {
    tr: 'Yanıt tarihi başvuru tarihinden önce olamaz.',
    en: 'The reply-by date cannot be before the day received.',
  },
  reference_missing: {
    tr: 'CİMER ve Açık Kapı başvurularında kanalın numarası yazılmalı.',
    en: 'Enter the reference number given by CİMER or Açık Kapı.',
  },
  applicant_missing: {
    tr: 'Başvuran kişiyi hane üyelerinden seçin.',
    en: 'Choose who applies from the members of the household.',
  },
  not_a_member: {
    tr: 'Bu kişi bu hanede değil. Hane üyelerinden birini seçin.',
    en: 'This person is not in this household. Choose one of its members.',
  },
  person_died: {
    tr: 'Bu kişi ölmüş görünüyor. Başka bir hane üyesini seçin; kayıt yanlışsa önce düzeltin.',
    en: 'This person is recorded as deceased. Choose another member; if that is wrong, correct it first.',
  },
  minor_needs_guardian: {
    tr: '18 yaşından küçükler adına yalnızca vasi veya veli başvurabilir. Başvuranı “vasi veya veli” seçip belgesini yazın.',
    en: 'For a person under 18 only a guardian may apply. Choose “guardian” and enter their paper.',
  },
  name_missing: {
    tr: 'Başvuranın adını soyadını (kuruluşsa adını) yazın.',
    en: 'Enter the name of the applicant (or of the organisation).',
  },
  paper_missing: { tr: 'Başvuranın belgesinin numarasını yazın.', en: 'Enter the number of the applicant’s paper.' },
  official_only_for_victims: {
    tr: 'Resmî yazıyla başvuru yalnızca mağdurlar içindir. Türü “mağdur” seçin ya da başvuranı değiştirin.',
    en: 'An official letter applies for victims only. Choose “victim” or change the applicant.',
  },
  event_missing: { tr: 'Mağdur başvurusunda olayı seçin.', en: 'For a victim choose the event.' },
  event_without_victim: {
    tr: 'Olay yalnızca mağdur başvurusunda yazılır. Türü “mağdur” seçin.',
    en: 'An event belongs to a victim’s application. Choose “victim”.',
  },
  event_in_future: { tr: 'Olay tarihi bugünden sonra olamaz.', en: 'The event cannot be after today.' },
  event_too_long_ago: {
    tr: 'Olay tarihi 1900’den önce olamaz; yılı denetleyin.',
    en: 'The event cannot be before 1900; check the year.',
  },
  statement_missing: {
    tr: 'Kişinin olayla ilgili beyanını yazın.',
    en: 'Write down what the person states about the event.',
  },
  event_paper_missing: {
    tr: 'Tutanağın, raporun ya da resmî yazının numarasını yazın; henüz yoksa “belge bekleniyor” seçin.',
    en: 'Enter the number of the record, report or letter; if it is not there yet, choose “paper awaited”.',
  },
  no_request: { tr: 'En az bir talep seçin.', en: 'Choose at least one request.' },
  request_twice: {
    tr: 'Aynı talep iki kez eklenmiş. Birini silin.',
    en: 'The same request is there twice. Remove one.',
  },
  unknown_aid: { tr: 'Böyle bir yardım türü yok. Listeden seçin.', en: 'There is no such aid. Choose from the list.' },
  unknown_document: { tr: 'Böyle bir belge türü yok.', en: 'There is no such document.' },
  document_twice: { tr: 'Aynı belge iki kez işaretlenmiş.', en: 'The same document is marked twice.' },
  waiver_reason: { tr: 'Belgenin neden aranmadığını yazın.', en: 'Say why the paper is not asked for.' },
  none_is_zero: { tr: '“Geliri yok” seçildiyse tutar boş kalmalı.', en: 'With “no income” the amount must be zero.' },
  consent_missing: {
    tr: 'Aydınlatma metnini okuyun ve onayı işaretleyin.',
    en: 'Read out the privacy text and mark the consent.',
  },
  consent_unknown: {
    tr: 'Bu aydınlatma metni tanınmıyor. Sayfayı yenileyip yeniden okuyun.',
    en: 'This privacy text is not known. Reload the page and read it again.',
  },
  phone: {
    tr: 'Telefon numarası hatalı. Örnek: 0532 123 45 67',
    en: 'The phone number is not valid. Example: 0532 123 45 67',
  },
} as const satisfies Record<string, { tr: string; en: string }>

export type IssueCode = keyof typeof ISSUE
