import { ask } from '../prepare-city.ts'
import { type Seat, signIn } from './sign-in.ts'

/** Colleagues of the demo account `intake` at the counter, made on the scratch copy alone, and signed in. */
export async function ensureSeats(url: string, of: { port: number; count: number }): Promise<Seat[]> {
  await ask(
    url,
    `with made as (
       insert into komsu.officer (username, display_name, password_hash, is_demo)
       select 'intake-' || n, 'Masa ' || n, password_hash, true from komsu.officer, generate_series(2, ${of.count}) n where username = 'intake'
       returning id)
     insert into komsu.officer_role (officer_id, role, all_districts) select id, 'intake', false from made`,
  )
  await ask(
    url,
    `insert into komsu.officer_district (officer_id, district_id)
     select o.id, d.district_id from komsu.officer o, komsu.officer_district d
     where o.username like 'intake-%' and d.officer_id = (select id from komsu.officer where username = 'intake')`,
  )
  const seats: Seat[] = []
  for (let n = 1; n <= of.count; n++) seats.push(await signIn(of.port, n === 1 ? 'intake' : `intake-${n}`))
  return seats
}
