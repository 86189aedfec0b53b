import type { Verb } from '../command.ts'
import { examine, type Report } from '../doctor/examine.ts'

const MARK = { ok: '✓', warn: '!', fail: '✗' } as const

export const verb: Verb = {
  summary: 'check configuration, database, extensions, migrations, disk; say how to mend',
  help: `komsu doctor

Looks at this machine and at the database as the server would (DATABASE_URL, or the embedded one), changes nothing.
Every finding says what is so and, where something is amiss, how to mend it, in Turkish and English.

Answer: { "state": "ok"|"warn"|"fail", "findings": [{ "check", "state", "says": { "tr", "en" }, "mend": { "tr", "en" } | null }] }
Exit 1 when anything fails; warnings alone exit 0.`,
  async run(_args, { config, note }) {
    const report = await examine(config)
    for (const { state, check, says, mend } of report.findings) {
      note(`${MARK[state]} ${check.padEnd(14)} ${says.tr} · ${says.en}${mend ? `\n  → ${mend.tr} · ${mend.en}` : ''}`)
    }
    return report
  },
  isFault: answer => (answer as Report).state === 'fail',
}
