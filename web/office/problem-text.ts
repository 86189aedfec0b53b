import { useCallback, useContext } from 'react'
import { ROLES } from '../../api/platform/role.ts'
import type { ApiProblem } from '../app/api.ts'
import { useShellWords } from './shell-words.ts'
import { OfficeContext } from './use-office.ts'
import { isWhy, useWhyWords } from './why-words.ts'

/** What to tell an officer of a problem: why and what next; the server's own sentence where there is no better one. */
export function useProblemText(): (problem: ApiProblem) => string {
  const w = useShellWords()
  const why = useWhyWords()
  const t = useContext(OfficeContext)?.t
  return useCallback(
    ({ type, message, details }) => {
      if (type === 'offline' || type === 'not-signed-in' || type === 'conflict') return w(`problem.${type}`)
      if (type === 'closed' && isWhy(details.why)) return why(details.why)
      const roles = rolesIn(details.roles)
      if (type === 'not-allowed' && t && roles.length > 0)
        return w('problem.not-allowed', { roles: roles.map(role => t(`role.${role}`)).join(', ') })
      return message && type !== 'internal' ? message : w('problem.internal')
    },
    [w, why, t],
  )
}

function rolesIn(told: unknown) {
  return Array.isArray(told) ? ROLES.filter(role => told.includes(role)) : []
}
