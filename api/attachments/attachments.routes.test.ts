import { connect } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectionRoutes } from '../inspections/inspections.routes.ts'
import { deskOf, type Family } from '../inspections/testing/desk.ts'
import { openOffice, type Who } from '../inspections/testing/office.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { attachmentRoutes } from './attachments.routes.ts'
import { EXE, type FileOf, formData, PDF, photo } from './testing/form-data.ts'

const MB = 1024 * 1024

onFreshDatabase('attachments', db => {
  let office: Awaited<ReturnType<typeof openOffice>>
  let desk: ReturnType<typeof deskOf>
  let family: Family
  let inspection: number
  beforeAll(async () => {
    office = await openOffice(db(), [inspectionRoutes, attachmentRoutes])
    desk = deskOf(db(), office)
    family = await desk.family()
    inspection = await desk.begin(family)
  })
  afterAll(() => office.close())

  const send = (fields: Record<string, string | number>, file: FileOf | FileOf[], who: Who = 'elif', key?: string) => {
    const { body, headers } = formData(fields, [file].flat())
    return office.ask(who, 'POST', '/api/attachments', { body, headers, ...(key ? { key } : {}) })
  }
  const add = async (content: Buffer, name = 'salon.jpg', more = {}) =>
    send({ inspectionId: inspection, kind: 'photo', ...more }, { name, content })
  const count = async (of = family) =>
    (await desk.rows(`select count(*)::int as n from komsu.attachment where household_id = ${of.household}`))[0].n
  const bytes = (id: number, which = 'content', who: Who = 'elif') =>
    office.ask(who, 'GET', `/api/attachments/${id}/${which}`)

  test('a photo is kept upright, without camera and place, with a thumbnail; the look is written down', async () => {
    const original = await photo(3000, 2000)
    expect((await sharp(original).metadata()).exif).toBeDefined()
    const added = await add(original, 'C:\\Users\\x\\salon\u202egpj.exe.jpg', { caption: 'Salon 😀' })
    expect(added.statusCode, added.body).toBe(200)
    expect(added.json()).toMatchObject({
      mediaType: 'image/jpeg',
      caption: 'Salon 😀',
      fileName: 'salongpj.exe.jpg',
      width: 1707,
      height: 2560,
      householdId: family.household,
      applicationId: family.application,
    })
    const { id } = added.json()
    const content = await bytes(id)
    expect(content.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(content.headers['content-disposition']).toMatch(/^attachment; filename="salongpj\.exe\.jpg"/)
    const kept = await sharp(content.rawPayload).metadata()
    expect([kept.exif, kept.orientation, kept.width]).toEqual([undefined, undefined, 1707])
    expect(content.rawPayload.includes('KomsuPhone')).toBe(false)
    expect((await sharp((await bytes(id, 'thumbnail')).rawPayload).metadata()).height).toBe(320)
    const looks = await desk.rows(
      `select detail from komsu.audit_event where action = 'attachment.read' and subject_id = '${id}' order by id`,
    )
    expect(looks.map(row => row.detail.thumbnail)).toEqual([undefined, true])
  })

  test('a PDF is kept as it is and only ever downloaded', async () => {
    const fields = { inspectionId: inspection, kind: 'document', documentCode: 'rent_contract' }
    const added = await send(fields, { name: 'Kira sözleşmesi.pdf', content: PDF, type: 'image/jpeg' })
    expect(added.json()).toMatchObject({ mediaType: 'application/pdf', fileName: 'Kira sözleşmesi.pdf', width: null })
    const content = await bytes(added.json().id)
    expect(content.rawPayload.equals(PDF)).toBe(true)
    expect(content.headers['content-disposition']).toContain("filename*=UTF-8''Kira%20s%C3%B6zle%C5%9Fmesi.pdf")
    expect((await bytes(added.json().id, 'thumbnail')).statusCode).toBe(404)
  })

  test('what it is, is found by content: a renamed program, HTML, SVG and a GIF are refused, and nothing is kept', async () => {
    const before = await count()
    const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .gif()
      .toBuffer()
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    for (const content of [EXE, gif, svg, Buffer.from('<html><script>1</script>'), Buffer.from('a')]) {
      const refused = await add(content, 'photo.jpg')
      expect([refused.statusCode, refused.json().type]).toEqual([415, 'unsupported-file'])
    }
    const broken = await add((await photo()).subarray(0, 900))
    expect([broken.statusCode, broken.json().type]).toEqual([400, 'invalid-input'])
    expect((await add(Buffer.alloc(0))).statusCode).toBe(400)
    expect(await count()).toBe(before)
  })

  test('a picture that unpacks to gigabytes is refused without being unpacked', async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: 'white' },
      limitInputPixels: false,
    })
      .toColourspace('b-w')
      .png({ compressionLevel: 6 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(4 * MB)
    const refused = await add(bomb, 'big.png')
    expect(refused.statusCode).toBe(400)
    expect(refused.json().detail).toContain('çok büyük')
  })

  test('40 MB: a clear answer over a real connection, which stays whole', async () => {
    const address = await office.app.listen({ host: '127.0.0.1', port: 0 })
    const { body, headers } = formData({ inspectionId: inspection, kind: 'photo' }, [
      { name: 'big.jpg', content: Buffer.alloc(40 * MB, 1) },
    ])
    const answer = await fetch(`${address}/api/attachments`, {
      method: 'POST',
      headers: { ...headers, 'x-who': 'elif', 'idempotency-key': crypto.randomUUID() },
      body: new Uint8Array(body),
    })
    expect(answer.status).toBe(413)
    const problem = (await answer.json()) as { type: string; detail: string }
    expect(problem.type).toBe('too-large')
    expect(problem.detail).toContain('Dosya 12 MB’tan büyük olamaz; gönderilen 41 MB')
  })

  test('a connection cut on the way leaves nothing half', async () => {
    const before = await count()
    const address = new URL(office.app.listeningOrigin)
    const { body, headers } = formData({ inspectionId: inspection, kind: 'photo' }, [
      { name: 'cut.jpg', content: await photo(2000, 2000) },
    ])
    for (const share of [0.1, 0.5, 0.99]) {
      const socket = connect(Number(address.port), address.hostname)
      socket.write(
        `POST /api/attachments HTTP/1.1\r\nhost: x\r\nx-who: elif\r\nidempotency-key: ${crypto.randomUUID()}\r\n` +
          `content-type: ${headers['content-type']}\r\ncontent-length: ${body.length}\r\n\r\n`,
      )
      await new Promise(resolve => socket.write(body.subarray(0, Math.floor(body.length * share)), resolve))
      await new Promise(resolve => socket.destroy().once('close', resolve))
    }
    expect((await office.ask('elif', 'GET', `/api/attachments?inspection=${inspection}`)).statusCode).toBe(200)
    expect(await count()).toBe(before)
  })

  test('the same file twice is one: a retry, a second click at once, another key', async () => {
    const content = await photo(640, 480)
    const key = crypto.randomUUID()
    const place = { inspectionId: inspection, kind: 'photo' }
    const before = await count()
    const answers = await Promise.all([
      send(place, { name: 'a.jpg', content }, 'elif', key),
      send(place, { name: 'a.jpg', content }, 'elif', key),
      send(place, { name: 'b.jpg', content }),
    ])
    expect(answers.map(one => one.statusCode)).toEqual([200, 200, 200])
    expect(new Set(answers.map(one => one.json().id)).size).toBe(1)
    expect(await count()).toBe(before + 1)
    expect((await send(place, { name: 'a.jpg', content: await photo(10, 10) }, 'elif', key)).json().type).toBe(
      'key-reused',
    )
  })

  test('wrong fields, no file, two files, a place that is not theirs', async () => {
    const file = { name: 'a.jpg', content: await photo(30, 20) }
    expect((await send({ kind: 'photo' }, file)).statusCode).toBe(400)
    expect((await send({ inspectionId: inspection, kind: 'poem' }, file)).statusCode).toBe(400)
    expect((await send({ inspectionId: inspection, kind: 'photo', surprise: 1 }, file)).statusCode).toBe(400)
    expect((await send({ inspectionId: inspection, kind: 'photo' }, [])).statusCode).toBe(400)
    expect((await send({ inspectionId: inspection, kind: 'photo' }, [file, file])).statusCode).toBe(413)
    const other = await desk.family()
    expect(
      (await send({ inspectionId: inspection, householdId: other.household, kind: 'photo' }, file)).statusCode,
    ).toBe(404)
    expect((await send({ householdId: family.household, kind: 'photo' }, file)).statusCode).toBe(400)
    expect((await office.ask('elif', 'POST', '/api/attachments', { body: { kind: 'photo' } })).statusCode).toBe(415)
    const { headers, body } = formData({}, [file])
    expect((await office.ask('planner', 'POST', '/api/attachments', { body, headers })).statusCode).toBe(403)
  })

  test('who must not see it does not: a colleague, a planner, nobody; and never by guessing the number', async () => {
    const { id } = (await add(await photo(50, 40))).json()
    expect((await bytes(id, 'content', 'murat')).statusCode).toBe(404)
    expect((await bytes(id, 'content', 'planner')).statusCode).toBe(403)
    expect((await office.ask(null, 'GET', `/api/attachments/${id}/content`)).statusCode).toBe(401)
    const list = await office.ask('murat', 'GET', `/api/attachments?inspection=${inspection}`)
    expect(list.json()).toEqual({ items: [] })
    expect(
      (await send({ inspectionId: inspection, kind: 'photo' }, { name: 'x.jpg', content: await photo(5, 5) }, 'murat'))
        .statusCode,
    ).toBe(404)
    expect((await bytes(id, 'content', 'chief')).statusCode).toBe(200)
  })

  test('a removal is a mark with its reason: listed, never shown again; sent, nothing is changed any more', async () => {
    const of = await desk.family()
    const id = await desk.fillIn(of)
    const place = { inspectionId: id, kind: 'photo' }
    const content = await photo(60, 40)
    const first = (await send(place, { name: 'a.jpg', content })).json().id
    const remove = (one: number, reason: string, who: Who = 'elif') =>
      office.ask(who, 'POST', `/api/attachments/${one}/remove`, { body: { reason } })
    expect((await remove(first, '')).statusCode).toBe(400)
    expect((await remove(first, 'Başka bir aileye ait')).json().removed).toMatchObject({
      reason: 'Başka bir aileye ait',
    })
    expect((await remove(first, 'Yine')).json().details).toEqual({ why: 'removed_already' })
    expect((await bytes(first)).statusCode).toBe(404)
    const second = (await send(place, { name: 'a.jpg', content })).json()
    expect(second.id).not.toBe(first)
    const captioned = await office.ask('elif', 'POST', `/api/attachments/${second.id}/caption`, {
      body: { caption: 'Mutfak' },
    })
    expect(captioned.json().caption).toBe('Mutfak')
    await desk.act('elif', id, 'send')
    expect((await remove(second.id, 'Geç kaldı')).json().type).toBe('closed')
    expect((await send(place, { name: 'late.jpg', content: await photo(61, 40) })).json().details).toEqual({
      why: 'wrong_state',
    })
    expect((await remove(second.id, 'Yanlış', 'intake')).json().type).toBe('closed')
  })

  test('the counter adds papers to an application it sees', async () => {
    const fields = { applicationId: family.application, kind: 'document', documentCode: 'petition' }
    const added = await send(fields, { name: 'dilekçe.pdf', content: PDF }, 'intake')
    expect(added.json()).toMatchObject({ householdId: family.household, documentCode: 'petition', inspectionId: null })
    const odd = await send({ ...fields, documentCode: 'no_such' }, { name: 'x.pdf', content: PDF }, 'intake')
    expect(odd.statusCode).toBe(400)
  })
})
