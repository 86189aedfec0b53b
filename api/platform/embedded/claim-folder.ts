import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Takes a database folder for this process by a file beside it. Two embedded databases on one folder would destroy it,
 * and for the ten seconds of opening there is no socket yet to see the other by.
 * @returns how to give it back; undefined while another living process has it
 */
export function claimFolder(folder: string): (() => void) | undefined {
  const lock = lockOf(folder)
  if (isClaimed(folder)) return undefined
  rmSync(lock, { force: true }) // of a process that died
  try {
    writeFileSync(lock, identityOf(process.pid), { flag: 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    throw error
  }
  return () => rmSync(lock, { force: true })
}

/** Whether a living process (this one too) has the folder. */
export function isClaimed(folder: string): boolean {
  try {
    const holder = readFileSync(lockOf(folder), 'utf8')
    return holder === identityOf(Number(holder.split(' ')[0]))
  } catch {
    return false // no lock, or its process is gone
  }
}

function lockOf(folder: string): string {
  return `${folder}.lock`
}

/** Process id with the moment it began where the system tells (Linux), since ids come back. @throws when it is gone */
function identityOf(pid: number): string {
  process.kill(pid, 0)
  return `${pid} ${startOf(pid)}`
}

function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
