//! Reads times of day and lengths of time as people type them. Never guesses between noon and midnight.

use chrono::NaiveTime;

use super::entry::normal;

/// A time of day: 14:00, １４時, 14時半, 午後2時30分, 2:30pm, 1400, 正午.
///
/// 午前 and 午後 take the hours 0 to 11: people disagree on what 午後12時 is.
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let text = normal(text).replace(' ', "");
    if matches!(text.as_str(), "正午" | "noon") {
        return NaiveTime::from_hms_opt(12, 0, 0);
    }
    let (half, text) = half_of_day(&text);
    let (hour, minute) = hour_and_minute(text)?;
    let hour = match half {
        Half::None => hour,
        Half::Japanese(offset) if hour < 12 => hour + offset,
        Half::English(offset) if (1..=12).contains(&hour) => hour % 12 + offset,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// A length in minutes: 20, ２０分, 1時間, 1時間半, 1h30m, 90min, 1:30.
pub fn parse_minutes(text: &str) -> Option<u32> {
    let text = normal(text).replace(' ', "");
    if let Some((hours, minutes)) = text.split_once(':') {
        return Some(small(hours)? * 60 + small(minutes).filter(|minutes| *minutes < 60)?);
    }
    match ["時間", "hours", "hour", "hr", "h"].iter().find_map(|unit| text.split_once(unit)) {
        Some((hours, "")) => Some(small(hours)? * 60),
        Some((hours, "半")) => Some(small(hours)? * 60 + 30),
        Some((hours, minutes)) => Some(small(hours)? * 60 + bare_minutes(minutes)?),
        None => bare_minutes(&text),
    }
}

fn bare_minutes(text: &str) -> Option<u32> {
    let units = ["分間", "分", "minutes", "mins", "min", "m"];
    small(units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text))
}

/// Which half of the day is named; the number is what it adds to the hour.
enum Half {
    None,
    Japanese(u32),
    English(u32),
}

fn half_of_day(text: &str) -> (Half, &str) {
    let before =
        [("午前", 0), ("午後", 12)].iter().find_map(|(word, add)| Some((*add, text.strip_prefix(word)?)));
    let after = [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)];
    let after = || after.iter().find_map(|(word, add)| Some((*add, text.strip_suffix(word)?)));
    match before {
        Some((add, rest)) => (Half::Japanese(add), rest),
        None => after().map_or((Half::None, text), |(add, rest)| (Half::English(add), rest)),
    }
}

fn hour_and_minute(text: &str) -> Option<(u32, u32)> {
    if let Some((hour, minute)) = text.split_once([':', '時']) {
        return match minute {
            "" if text.ends_with('時') => Some((small(hour)?, 0)),
            "半" => Some((small(hour)?, 30)),
            _ => Some((small(hour)?, small(minute.strip_suffix('分').unwrap_or(minute))?)),
        };
    }
    let packed = small(text)?;
    Some(if text.len() > 2 { (packed / 100, packed % 100) } else { (packed, 0) })
}

/// A number of one to four digits.
fn small(text: &str) -> Option<u32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_in_every_form() {
        let two = NaiveTime::from_hms_opt(14, 0, 0);
        for text in [
            "14:00",
            "14：00",
            "１４時",
            "14時00分",
            "午後2時",
            "午後２：００",
            "2pm",
            "2 p.m.",
            "1400",
            "14",
        ] {
            assert_eq!(parse_time(text), two, "{text}");
        }
        for text in ["14時30分", "14時半", "午後2時半", "2:30pm", "1430"] {
            assert_eq!(parse_time(text), NaiveTime::from_hms_opt(14, 30, 0), "{text}");
        }
        assert_eq!(parse_time("930"), NaiveTime::from_hms_opt(9, 30, 0));
        assert_eq!(parse_time("12am"), NaiveTime::from_hms_opt(0, 0, 0));
        assert_eq!(parse_time("午後0時"), parse_time("正午"));
        for text in ["", "25:00", "14:60", "午後12時", "午後14時", "13pm", "時", "14:", "2460", "-1", "夕方"]
        {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_in_minutes() {
        for (text, minutes) in [
            ("20", 20),
            ("２０", 20),
            ("20分", 20),
            ("20分間", 20),
            ("1時間", 60),
            ("1時間半", 90),
            ("1時間30分", 90),
            ("1h30m", 90),
            ("2 hours", 120),
            ("90min", 90),
            ("1:30", 90),
            ("0", 0),
        ] {
            assert_eq!(parse_minutes(text), Some(minutes), "{text}");
        }
        for text in ["", "分", "h", "20個", "1:75", "-5", "99999", "半"] {
            assert_eq!(parse_minutes(text), None, "{text}");
        }
    }
}
