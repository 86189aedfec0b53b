-- Copies of papers and photos: seen with the household (41-…), added in one's own name where the file is seen, never deleted.
do $$
declare officer_role text;
begin
  foreach officer_role in array array['intake', 'inspector'] loop
    execute format('grant insert (request_id, household_id, application_id, inspection_id, kind, document_code, caption, file_name, media_type, bytes,
      sha256, width, height, taken_on, added_by), update (caption, removed_at, removed_by, removed_reason) on komsu.attachment to komsu_%I', officer_role);
    execute format('grant insert on komsu.attachment_content to komsu_%I', officer_role);
    execute format('drop policy if exists %I on komsu.attachment_content', officer_role || '_adds');
    execute format('create policy %I on komsu.attachment_content for insert to komsu_%I with check (exists (select from komsu.attachment a
      where a.id = attachment_id and a.added_by = (select komsu.current_officer_id())))', officer_role || '_adds', officer_role);
  end loop;
end $$;

drop policy if exists intake_adds on komsu.attachment;
create policy intake_adds on komsu.attachment for insert to komsu_intake with check (
  added_by = (select komsu.current_officer_id()) and removed_at is null and inspection_id is null
  and exists (select from komsu.household h where h.id = attachment.household_id)
  and (application_id is null or exists (select from komsu.application a where a.id = application_id and a.household_id = attachment.household_id)));
drop policy if exists intake_marks on komsu.attachment;
create policy intake_marks on komsu.attachment for update to komsu_intake using (removed_at is null and inspection_id is null
    and exists (select from komsu.household h where h.id = attachment.household_id))
  with check ((removed_at is null and removed_by is null) or (removed_by = (select komsu.current_officer_id()) and removed_reason is not null));

-- The inspector adds to their inspection while it is with them.
drop policy if exists inspector_adds on komsu.attachment;
create policy inspector_adds on komsu.attachment for insert to komsu_inspector with check (
  added_by = (select komsu.current_officer_id()) and removed_at is null
  and exists (select from komsu.inspection i where i.id = inspection_id and i.household_id = attachment.household_id
    and (application_id is null or application_id = i.application_id) and i.control in ('open', 'returned')
    and (select komsu.current_officer_id()) in (i.inspector_id, i.second_inspector_id)));
drop policy if exists inspector_marks on komsu.attachment;
create policy inspector_marks on komsu.attachment for update to komsu_inspector
  using (removed_at is null and exists (select from komsu.inspection i where i.id = inspection_id and i.control in ('open', 'returned')
    and (select komsu.current_officer_id()) in (i.inspector_id, i.second_inspector_id)))
  with check ((removed_at is null and removed_by is null) or (removed_by = (select komsu.current_officer_id()) and removed_reason is not null));
