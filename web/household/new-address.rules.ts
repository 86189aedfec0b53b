/** What the address fields say, as the API wants it. Pure. */
import type { FormAddress } from '../../api/applications/intake-form.rules.ts'

/** Half-filled addresses are sent as they are: the server says what is missing. */
export function addressSaid(address: FormAddress): unknown {
  const { way, street, doorNo, flatNo, pin, description, neighbourhoodId } = address
  const flat = flatNo || null
  if (way === 'door')
    return { kind: way, streetId: street?.id ?? null, doorNo, flatNo: flat, description: description || null }
  if (way === 'pin') return { kind: way, lon: pin?.lon ?? null, lat: pin?.lat ?? null, flatNo: flat, description }
  return { kind: way, neighbourhoodId, flatNo: flat, description }
}
