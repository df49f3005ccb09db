from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decisions', '0002_review_way'),
    ]

    operations = [
        migrations.AddField(
            model_name='matter',
            name='review_way',
            field=models.CharField(choices=[('undecided', '未定'), ('here', '在本件中'), ('queue', '合法性审查意见登记簿')], default='undecided', max_length=20, verbose_name='审查意见出处'),
        ),
    ]
