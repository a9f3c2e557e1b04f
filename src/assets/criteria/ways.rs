//! How each criterion is counted.

use crate::assets::criteria::Resolver;
use crate::assets::criteria_file as file;
use crate::finding::explain::EXPLANATIONS;
use crate::finding::failure::CriteriaFault;
use crate::model::catalogue::Kind;
use crate::model::criteria::CriterionKind;
use crate::model::criteria::Curve;
use crate::model::criteria::TargetStep;
use crate::model::criteria::TargetWay;
use crate::model::criteria::Way;

impl Resolver<'_> {
    /// How a criterion is counted; more than one way is a fault.
    pub(super) fn way(&mut self, at: &str, row: &file::CriterionTable, kind: CriterionKind) -> Way {
        let written = [
            row.target.is_some(),
            row.done.is_some(),
            row.count.is_some(),
            row.findings.is_some(),
            row.late.is_some(),
            row.expression.is_some(),
        ];
        if written.into_iter().filter(|it| *it).count() > 1 {
            self.wrong(&format!("{at}/code"), CriteriaFault::SeveralWays);
        }
        let target = row.target.as_ref().and_then(|it| self.target(&format!("{at}/target"), it));
        if target.is_some() && kind == CriterionKind::Penalty {
            self.wrong(&format!("{at}/target"), CriteriaFault::PenaltyByTarget);
        }
        let way = target.or_else(|| row.done.as_ref().map(|it| self.done(at, it)));
        let way = way.or_else(|| self.counted(at, row));
        way.unwrap_or(Way::Judged)
    }

    fn counted(&mut self, at: &str, row: &file::CriterionTable) -> Option<Way> {
        if let Some(table) = &row.count {
            let each = self.points(&format!("{at}/count/each"), &table.each);
            let indicator = self.indicator(&format!("{at}/count/indicator"), &table.indicator)?;
            return Some(Way::Count { indicator, each });
        }
        if let Some(table) = &row.findings {
            for (index, code) in table.codes.iter().enumerate() {
                self.finding(&format!("{at}/findings/codes/{index}"), code);
            }
            let each = self.points(&format!("{at}/findings/each"), &table.each);
            return Some(Way::Findings { codes: table.codes.clone(), each });
        }
        if let Some(text) = &row.late {
            return Some(Way::Late { each: self.points(&format!("{at}/late"), text) });
        }
        row.expression.as_ref().map(|source| Way::Expression { source: source.clone() })
    }

    fn done(&mut self, at: &str, code: &str) -> Way {
        let at = format!("{at}/done");
        let indicator = match code {
            "" => None,
            code => self.indicator(&at, code),
        };
        let catalogue = self.catalogue;
        if indicator.is_some_and(|it| catalogue[it].kind != Kind::YesNo) {
            self.wrong(&at, CriteriaFault::NotYesNo { code: code.to_owned() });
        }
        Way::Done { indicator }
    }

    fn finding(&mut self, at: &str, code: &str) {
        let codes = EXPLANATIONS.iter().map(|it| it.code);
        if !codes.clone().any(|it| it == code) {
            self.dangling(at, code, codes);
        }
    }

    fn target(&mut self, at: &str, table: &file::TargetTable) -> Option<Way> {
        let is_stepped = table.curve == file::CurveName::Steps;
        if is_stepped == table.steps.is_empty() {
            self.wrong(&format!("{at}/steps"), CriteriaFault::Steps);
        }
        let curve = match table.curve {
            file::CurveName::Proportional => Curve::Proportional,
            file::CurveName::Steps => Curve::Steps(self.steps(at, &table.steps)),
            file::CurveName::Leader => Curve::Leader,
        };
        let indicator = self.indicator(&format!("{at}/indicator"), &table.indicator)?;
        Some(Way::Target(TargetWay { indicator, against: table.against, curve }))
    }

    fn steps(&mut self, at: &str, tables: &[file::StepTable]) -> Vec<TargetStep> {
        let mut steps: Vec<TargetStep> = Vec::new();
        for (index, table) in tables.iter().enumerate() {
            let at = format!("{at}/steps/{index}");
            let step = TargetStep {
                from: self.percent(&format!("{at}/from"), &table.from),
                share: self.percent(&format!("{at}/share"), &table.share),
            };
            let rises = |before: &TargetStep| before.from < step.from && before.share < step.share;
            if !steps.last().is_none_or(rises) {
                self.wrong(&at, CriteriaFault::StepsFall);
            }
            if step.share > rust_decimal::Decimal::ONE_HUNDRED {
                self.wrong(&format!("{at}/share"), CriteriaFault::ShareAboveAll);
            }
            steps.push(step);
        }
        steps
    }
}
