"""What programs can ask, and that it is never about a person."""

import json

from tests.web.kinds import PAGES


def test_health_needs_no_token(stranger):
    assert stranger.get("/-/health").json == {"ok": True}


def test_versions(person, base):
    versions = person.get("/-/versions.json").json
    assert versions["knowledge_base"] == base.digest and versions["schemas"]["recommendation"].startswith(
        "milepost.recommendation/"
    )
    assert set(versions) == {"milepost", "knowledge_base", "python", "flask", "waitress", "schemas"}


def test_content_holds_everything_and_is_the_same_for_everybody(person, done, base):
    content = person.get("/-/content.json")
    assert content.json["schema"] == "milepost.content/1"
    assert [q["ask"] for q in content.json["questions"]] == [q.ask for q in base.questions.values()]
    for name in ("findings", "rules", "steps", "advice", "sources", "statements"):
        assert len(content.json[name]) == len(getattr(base, name))
    assert base.folder not in json.dumps(content.json)
    assert done.get("/-/content.json").data == content.data


def test_no_json_lies_beside_what_somebody_answered(done):
    for address in PAGES.values():
        answer = done.get(address + ".json")
        assert answer.status_code == 404 and answer.mimetype == "text/html"
