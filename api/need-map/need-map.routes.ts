import { z } from 'zod'
import type { Slice } from '../platform/http/slice.ts'
import { asService } from '../platform/officer.ts'
import { answerUnchanged } from './answer-unchanged.ts'
import { INDICATORS } from './indicators.rules.ts'
import {
  AreaPage,
  Indicators,
  Level,
  Names,
  NamesQuery,
  Overview,
  SearchQuery,
  SearchResult,
  Values,
  ValuesQuery,
} from './need-map.contract.ts'
import { AREA_PAGE, CATALOGUE, FOUND, NAMES, OVERVIEW, VALUES } from './need-map.examples.ts'
import { listNames } from './need-map.queries.ts'
import { searchPlaces } from './search-places.ts'
import { showArea } from './show-area.ts'
import { showOverview } from './show-overview.ts'
import { showValues } from './show-values.ts'

const AreaAddress = z.object({ level: Level, id: z.coerce.number().int().positive() })
const AreaQuery = z.object({ date: z.iso.date().optional() })
const tags = ['need map']

/** /api/need-map: published, disclosure-safe figures for everybody; nothing here can read a household. */
export const needMapRoutes: Slice = (app, { db }) => {
  const preHandler = answerUnchanged(db)
  app.get(
    '/api/need-map',
    {
      preHandler,
      schema: { summary: 'What there is to look at', tags, response: { 200: Overview.meta({ examples: [OVERVIEW] }) } },
    },
    () => asService(db, 'map', showOverview),
  )
  app.get(
    '/api/need-map/indicators',
    {
      preHandler,
      schema: {
        summary: 'The catalogue of indicators',
        tags,
        response: { 200: Indicators.meta({ examples: [CATALOGUE] }) },
      },
    },
    () => ({ items: [...INDICATORS] }),
  )
  app.get(
    '/api/need-map/values',
    {
      preHandler,
      schema: {
        summary: 'One indicator in one month, joined to tiles by area id',
        description:
          'Streets are best asked for by parent (a neighbourhood or a district); without one all are answered.',
        tags,
        querystring: ValuesQuery,
        response: { 200: Values.meta({ examples: [VALUES] }) },
      },
    },
    request => asService(db, 'map', trx => showValues(trx, request.query)),
  )
  app.get(
    '/api/need-map/areas/:level/:id',
    {
      preHandler,
      schema: {
        summary: 'The page of one area',
        tags,
        params: AreaAddress,
        querystring: AreaQuery,
        response: { 200: AreaPage.meta({ examples: [AREA_PAGE] }) },
      },
    },
    request => asService(db, 'map', trx => showArea(trx, { ...request.params, date: request.query.date })),
  )
  app.get(
    '/api/need-map/search',
    {
      preHandler,
      schema: {
        summary: 'Places by name',
        tags,
        querystring: SearchQuery,
        response: { 200: SearchResult.meta({ examples: [FOUND] }) },
      },
    },
    request => asService(db, 'map', trx => searchPlaces(trx, request.query.q)),
  )
  app.get(
    '/api/need-map/names',
    {
      preHandler,
      schema: {
        summary: 'Names of areas, joined by id',
        tags,
        querystring: NamesQuery,
        response: { 200: Names.meta({ examples: [NAMES] }) },
      },
    },
    async request => ({
      areas: await asService(db, 'map', trx => listNames(trx, request.query.level, request.query.parent)),
    }),
  )
}
