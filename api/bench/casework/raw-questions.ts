import { ask } from '../prepare-city.ts'
import type { Question } from './draw-questions.ts'
import type { Seat } from './sign-in.ts'

/**
 * Lays the texts of questions into the database, for pgbench knows only numbers: public.bench_question (n, and one text
 * for each name used). @returns rows of pgbench, one for each question
 */
export async function layQuestions(
  url: string,
  questions: readonly Question[],
): Promise<Readonly<Record<string, number>>[]> {
  await ask(
    url,
    `drop table if exists public.bench_question; create unlogged table public.bench_question (n integer primary key, said jsonb not null);
     grant select on public.bench_question to public`,
  )
  await ask(
    url,
    `insert into public.bench_question select n - 1, said from jsonb_array_elements($1::jsonb) with ordinality as x (said, n)`,
    [JSON.stringify(questions.map(question => question.sql))],
  )
  await ask(url, 'analyze public.bench_question')
  return questions.map((_, n) => ({ n }))
}

/** What a connection of the API says of itself when an officer acts. */
export function settingsOf(seat: Seat, role: string): string[] {
  return [
    `role=komsu_${role}`,
    `komsu.officer_id=${seat.id}`,
    'search_path=komsu,public',
    'jit=off',
    'max_parallel_workers_per_gather=0',
  ]
}

const said = (name: string) => `(select said->>'${name}' from public.bench_question where n = :n)`

/** The heart of each endpoint as one statement, without its transaction, audit, JSON and HTTP; null where there is none. */
export const RAW: Readonly<Record<RawName, string | null>> = {
  'search name': `select * from komsu.hits_by_name(${said('words')}::jsonb, ${said('whole')}, null, 2000)`,
  'search typo': `select token, people from komsu.name_token where token % ${said('typed')} order by similarity(token, ${said('typed')}) desc limit 200`,
  'search national id': `select * from komsu.hits_by_national_id(${said('number')})`,
  'search phone': `select * from komsu.hits_by_phone(${said('number')}, 21)`,
  'search number': `select * from komsu.hits_by_number(${said('number')}, 21)`,
  'search address': `select * from komsu.hits_by_address(array[${said('street')}::bigint], ${said('door')}, null, 200)`,
  file: `select (select row_to_json(h) from komsu.household h where h.id = ${said('id')}::bigint),
    ${[
      'person',
      'income',
      'dwelling_fact',
      'health_fact',
      'schooling_fact',
      'asset_fact',
      'employment_fact',
      'expense_fact',
      'status_fact',
      'contact',
      'application',
      'inspection',
      'need_score',
      'decision',
      'aid',
    ]
      .map(table => `(select json_agg(x) from komsu.${table} x where x.household_id = ${said('id')}::bigint)`)
      .join(', ')}`,
  'work list': `select status, count(*), count(*) filter (where reply_by < current_date), count(*) filter (where is_urgent) from komsu.application
    where status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission') group by status`,
  counts: null, // roles that read no application: their figures come from functions of their own
  pool: `select a.id, h.file_no, a.received_on, a.reply_by, n.name from komsu.application a join komsu.household h on h.id = a.household_id
    join komsu.neighbourhood n on n.id = h.neighbourhood_id where a.status = 'awaiting_inquiry' order by a.is_urgent desc, a.reply_by, a.id limit 100`,
}
export type RawName =
  | 'search name'
  | 'search typo'
  | 'search national id'
  | 'search phone'
  | 'search number'
  | 'search address'
  | 'file'
  | 'work list'
  | 'counts'
  | 'pool'
