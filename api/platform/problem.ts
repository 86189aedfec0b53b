/**
 * The catalogue of problems (RFC 9457). A verb or route throws `problem('unknown-area', …)`; the HTTP edge turns it into
 * application/problem+json with a stable `type`. Anything else thrown is a bug: logged whole, answered blank.
 */
const CATALOGUE = {
  'invalid-input': { status: 400, tr: 'Gönderilen bilgi hatalı', en: 'The input is not valid' },
  'not-signed-in': { status: 401, tr: 'Önce oturum açın', en: 'Sign in first' },
  'wrong-credentials': { status: 401, tr: 'Kullanıcı adı veya parola yanlış', en: 'Wrong user name or password' },
  'not-allowed': { status: 403, tr: 'Bu işlem için yetkiniz yok', en: 'You may not do this' },
  'not-found': { status: 404, tr: 'Böyle bir kayıt yok', en: 'There is no such thing' },
  'unknown-layer': { status: 404, tr: 'Böyle bir katman yok', en: 'There is no such layer' },
  'unknown-area': { status: 404, tr: 'Böyle bir alan yok', en: 'There is no such area' },
  'unknown-indicator': { status: 404, tr: 'Böyle bir gösterge yok', en: 'There is no such indicator' },
  'not-published': { status: 404, tr: 'Bu tarih için yayımlanmış veri yok', en: 'Nothing is published for this date' },
  'bad-tile-address': { status: 400, tr: 'Karo adresi hatalı', en: 'The tile address is not valid' },
  'key-missing': {
    status: 400,
    tr: 'İstekte Idempotency-Key (UUID) eksik',
    en: 'The request lacks an Idempotency-Key (UUID)',
  },
  'key-reused': {
    status: 422,
    tr: 'Bu anahtar başka bir istekte kullanıldı',
    en: 'This key was used for another request',
  },
  closed: { status: 409, tr: 'Bu işlem şu an yapılamaz', en: 'This cannot be done now' },
  'own-relative': {
    status: 403,
    tr: 'Bir yakınınızın dosyasında işlem yapamazsınız',
    en: 'You may not act on a relative’s file',
  },
  conflict: { status: 409, tr: 'Kayıt bu arada değişti', en: 'The record has changed meanwhile' },
  'known-person': {
    status: 409,
    tr: 'Bu kişi başka bir hane dosyasında kayıtlı; o dosyayı açıp başvuruyu orada alın ya da kişiyi önce bu haneye taşıyın',
    en: 'This person is in another household’s file; open that file and apply there, or move the person first',
  },
  'too-large': { status: 413, tr: 'Gönderilen veri çok büyük', en: 'The request is too large' },
  'unsupported-type': { status: 415, tr: 'Bu içerik türü okunamıyor; JSON gönderin', en: 'Send JSON' },
  'unsupported-file': { status: 415, tr: 'Bu dosya türü kabul edilmiyor', en: 'This kind of file is not taken' },
  'too-many-requests': {
    status: 429,
    tr: 'Çok fazla deneme; biraz sonra yeniden deneyin',
    en: 'Too many tries; try again later',
  },
  'foreign-origin': { status: 403, tr: 'İstek başka bir siteden geldi', en: 'The request came from another site' },
  unavailable: { status: 503, tr: 'Veritabanına şu an ulaşılamıyor', en: 'The database is out of reach' },
  busy: { status: 503, tr: 'Sunucu şu an yoğun', en: 'The server is busy' },
  internal: { status: 500, tr: 'Beklenmeyen bir hata oldu', en: 'Something went wrong on our side' },
} as const

export type ProblemType = keyof typeof CATALOGUE

export class Problem extends Error {
  readonly type: ProblemType
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>
  constructor(type: ProblemType, detail: string, details: Record<string, unknown> = {}) {
    super(detail)
    this.type = type
    this.status = CATALOGUE[type].status
    this.details = details
  }
}

/** A problem to throw; `detail` says what, where and how to mend, `details` go under their own key. */
export function problem(type: ProblemType, detail = '', details: Record<string, unknown> = {}): Problem {
  return new Problem(type, detail, details)
}

/** The RFC 9457 body of a problem in a language. */
export function problemBody(of: Problem, language: 'tr' | 'en') {
  const { status, [language]: title } = CATALOGUE[of.type]
  const hasDetails = Object.keys(of.details).length > 0
  return {
    type: of.type,
    title,
    status,
    ...(of.message ? { detail: of.message } : {}),
    ...(hasDetails ? { details: of.details } : {}),
  }
}
