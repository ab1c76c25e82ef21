-- A grant rests on what its item said when it was given.
CREATE TRIGGER `grants_cite_insert` AFTER INSERT ON `grants`
BEGIN
  INSERT INTO `legal_citations` (`subject_kind`, `subject_id`, `position`, `law`, `version_on`, `article`)
  SELECT 'grant', NEW.`id`, `basis`.`key`, json_extract(`basis`.`value`, '$.law'), json_extract(`basis`.`value`, '$.versionOn'), json_extract(`basis`.`value`, '$.article')
  FROM `menu_items`, json_each(`menu_items`.`terms`, '$.legalBases') AS `basis` WHERE `menu_items`.`id` = NEW.`item_id`;
END;
--> statement-breakpoint
-- What was rebased rests on its new bases from then on, though the published terms stay as they are.
CREATE TRIGGER `basis_reviews_cite` AFTER INSERT ON `basis_reviews` WHEN NEW.`act` = 'rebased'
BEGIN
  DELETE FROM `legal_citations` WHERE `subject_kind` = NEW.`subject_kind` AND `subject_id` = NEW.`subject_id`;
  INSERT INTO `legal_citations` (`subject_kind`, `subject_id`, `position`, `law`, `version_on`, `article`)
  SELECT NEW.`subject_kind`, NEW.`subject_id`, `basis`.`key`, json_extract(`basis`.`value`, '$.law'), json_extract(`basis`.`value`, '$.versionOn'), json_extract(`basis`.`value`, '$.article') FROM json_each(NEW.`new_bases`) AS `basis`;
END;
--> statement-breakpoint
-- Grants that were given before cite too.
INSERT INTO `legal_citations` (`subject_kind`, `subject_id`, `position`, `law`, `version_on`, `article`)
SELECT 'grant', `grants`.`id`, `cited`.`position`, `cited`.`law`, `cited`.`version_on`, `cited`.`article`
FROM `grants` JOIN `legal_citations` AS `cited` ON `cited`.`subject_kind` = 'menu_item' AND `cited`.`subject_id` = `grants`.`item_id`;
