import { parseArgs } from 'node:util'
import { UsageError, type Verb } from '../platform/command.ts'
import { openDatabase } from '../platform/database.ts'
import { asOwner } from '../platform/officer.ts'
import { ROLES, type Role } from '../platform/role.ts'
import { askPassword } from './ask-password.ts'
import { createOfficer } from './create-officer.ts'

export const verb: Verb = {
  summary: 'make the first administrator, or an officer in another role',
  help: `komsu create-admin --username U [--name "Ad Soyad"] [--role R] [--district "İlçe"]...

Makes an account in the database of KOMSU_OWNER_URL (or DATABASE_URL, or the embedded one).
  --username  how they sign in: 2–60 of a–z 0–9 . _ -
  --name      name shown to colleagues (default: the username)
  --role      ${ROLES.join(', ')} (default: admin)
  --district  name of a district they work in; repeat for more; absent: all districts

The password (at least 12 characters) is asked on the terminal, or read from the first line of standard input,
or from KOMSU_NEW_PASSWORD; never from the command line.

Answer: { "id", "username", "role" }`,
  async run(args, { config }) {
    const asked = read(args)
    const password = await askPassword()
    const db = await openDatabase(config, 'owner')
    try {
      const id = await asOwner(db, trx => createOfficer(trx, { ...asked, password }))
      return { id, username: asked.username, role: asked.role }
    } finally {
      await db.close()
    }
  },
}

function read(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      username: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'admin' },
      district: { type: 'string', multiple: true, default: [] },
    },
  })
  const username = values.username ?? ''
  if (!/^[a-z0-9._-]{2,60}$/.test(username)) throw new UsageError('--username: 2–60 of a–z 0–9 . _ -')
  if (!isRole(values.role)) throw new UsageError(`--role: one of ${ROLES.join(', ')}`)
  return { username, displayName: values.name ?? username, role: values.role, districts: values.district }
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}
